package org.emotionstream.cli.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessMemoryTest {
    @Test
    void readsWhatLinuxSays() {
        assertThat(ProcessMemory.read("Name:\tjava\nVmHWM:\t  204800 kB\nVmRSS:\t  102400 kB\nThreads:\t30\n"))
                .contains(new ProcessMemory(100L << 20, 200L << 20));
    }

    @Test
    void aZombieHasNoMemory() {
        assertThat(ProcessMemory.read("Name:\tjava\nState:\tZ (zombie)\n")).isEmpty();
    }

    @Test
    void thisProcessHasSome() {
        ProcessMemory memory = ProcessMemory.of(ProcessHandle.current().pid()).orElseThrow();

        assertThat(memory.peakBytes())
                .isGreaterThanOrEqualTo(memory.residentBytes())
                .isGreaterThan(10L << 20);
    }
}
