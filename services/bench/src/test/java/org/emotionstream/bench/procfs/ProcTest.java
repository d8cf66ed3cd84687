package org.emotionstream.bench.procfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcTest {
    private static final String BEHIND_THE_NAME =
            "S 1 10 10 0 -1 4194560 92 0 0 0 1234 66 7 8 20 0 41 0 3100 3000 900 18446744073709551615 1 1 0";

    @Test
    void addsUserAndSystemTimeAndLeavesOutThatOfChildren() {
        assertThat(Proc.cpuMillis("42 (java) " + BEHIND_THE_NAME)).isEqualTo(13_000);
    }

    @Test
    void aNameMayHoldBlanksAndBrackets() {
        assertThat(Proc.cpuMillis("42 (a (b) c) 1 2) " + BEHIND_THE_NAME)).isEqualTo(13_000);
        assertThat(Proc.cpuMillis("42 (tmux: server) " + BEHIND_THE_NAME)).isEqualTo(13_000);
        assertThat(Proc.cpuMillis("42 () " + BEHIND_THE_NAME)).isEqualTo(13_000);
    }

    @Test
    void idleTimeAndThatOfGuestsAreNoWorkOfTheMachine() {
        String stat = "cpu  100 20 30 9999 888 4 5 6 77 66\ncpu0 1 1 1 1 1 1 1 1 1 1\nintr 5\n";

        assertThat(Proc.machineMillis(stat)).isEqualTo((100 + 20 + 30 + 4 + 5 + 6) * 10);
    }

    @Test
    void memoryIsReadByTheNameOfItsFieldAlone() {
        String rollup = "5581c0e00000-7ffd [rollup]\nRss:  4096 kB\nPss:  1024 kB\nPss_Dirty:  8 kB\nPss_Anon:  7 kB\n";

        assertThat(Proc.bytes(rollup, "Pss:")).isEqualTo(1024 * 1024);
        assertThatThrownBy(() -> Proc.bytes(rollup, "Swap:")).hasMessageContaining("no field Swap:");
    }

    @Test
    void aProcessThatHasEndedIsAFailure() {
        assertThatThrownBy(() -> Proc.cpuMillis(Long.MAX_VALUE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("a process has ended that is being measured");
    }

    @Test
    void readsThisProcess() {
        long pid = ProcessHandle.current().pid();

        assertThat(Proc.cpuMillis(pid)).isPositive();
        assertThat(Proc.machineMillis()).isPositive();
        assertThat(Proc.proportionalBytes(pid)).isPositive();
    }

    @Test
    void othersAreWhatNeitherTheChainNorTheClientHaveUsed() {
        CpuTimes earlier = new CpuTimes(Map.of("broker", 100L, "combiner", 50L), 10, 1_000, 0);
        CpuTimes later = new CpuTimes(Map.of("broker", 400L, "combiner", 250L), 110, 2_100, 1_000_000_000L);

        CpuTimes between = later.since(earlier);

        assertThat(between.sumMillis()).isEqualTo(500);
        assertThat(between.percentOfACore(between.sumMillis())).isEqualTo(50);
        assertThat(between.othersPercent()).isEqualTo(50);
    }
}
