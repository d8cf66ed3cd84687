package org.emotionstream.cli.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private Supervisor supervisor = new Supervisor(Optional.empty(), events::add);

    @AfterEach
    void stopAll() throws InterruptedException {
        supervisor.stop(supervisor.processes(), Duration.ZERO);
    }

    @Test
    void aProcessThatEndsByItselfIsAFailureWithItsExitCodeAndTheEndOfItsLog() throws Exception {
        SupervisedProcess process = supervisor.start(plan("worker", "echo the disk is full >&2; exit 7"));

        List<SupervisedProcess> open =
                supervisor.awaitReady(List.of(process), PATIENCE, ready -> {}, (waiting, why) -> {});

        assertThat(open).containsExactly(process);
        ProcessEnd end = supervisor.failure().orElseThrow();
        assertThat(end.exitCode()).isEqualTo(7);
        assertThat(String.join("\n", end.lines()))
                .contains("worker ended by itself", "exit code 7", "the disk is full", "worker.log");
    }

    @Test
    void aProcessThatDiesIsStartedAgainWithBackoff() throws Exception {
        supervisor = new Supervisor(Optional.of(Duration.ofMillis(20)), events::add);
        SupervisedProcess process = supervisor.start(plan("worker", "exec cat"));
        long firstPid = process.pid();

        ProcessHandle.of(firstPid).orElseThrow().destroyForcibly();

        assertThat(events.poll(20, TimeUnit.SECONDS))
                .contains("worker ended by itself", "exit code 137", "started again in 0.0 s", "worker.log");
        assertThat(events.poll(20, TimeUnit.SECONDS)).startsWith("worker started again, process ");
        assertThat(process.isAlive()).isTrue();
        assertThat(process.pid()).isNotEqualTo(firstPid);
        assertThat(process.restarts()).isEqualTo(1);
        assertThat(supervisor.failure()).isEmpty();
    }

    @Test
    void aProcessThatIsStoppedStaysStopped() throws Exception {
        supervisor = new Supervisor(Optional.of(Duration.ofMillis(1)), events::add);
        SupervisedProcess process = supervisor.start(plan("worker", "exec cat"));

        List<SupervisedProcess> inTime = supervisor.stop(List.of(process), PATIENCE);

        assertThat(inTime).containsExactly(process);
        assertThat(process.isAlive()).isFalse();
        assertThat(events.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aProcessThatIgnoresSigtermIsKilled() throws Exception {
        Path deaf = folder.resolve("deaf");
        SupervisedProcess process =
                supervisor.start(plan("worker", "trap '' TERM; touch " + deaf + "; while :; do read line; done", deaf));
        supervisor.awaitReady(List.of(process), PATIENCE, ready -> {}, (waiting, why) -> {});

        List<SupervisedProcess> inTime = supervisor.stop(List.of(process), Duration.ofMillis(100));

        assertThat(inTime).isEmpty();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void readyIsToldOnceAProcessIs() throws Exception {
        Path ready = folder.resolve("ready");
        SupervisedProcess process = supervisor.start(plan("worker", "touch '" + ready + "'; exec cat", ready));

        BlockingQueue<SupervisedProcess> told = new LinkedBlockingQueue<>();
        assertThat(supervisor.awaitReady(List.of(process), PATIENCE, told::add, (waiting, why) -> {}))
                .isEmpty();
        assertThat(told).containsExactly(process);
    }

    @Test
    void aProcessIsInASessionOfItsOwnAndReadsFromUs() throws Exception {
        SupervisedProcess process = supervisor.start(plan("worker", "exec cat"));
        Path ready = folder.resolve("ready");
        supervisor.awaitReady(
                List.of(supervisor.start(plan("other", "touch '" + ready + "'; exec cat", ready))),
                PATIENCE,
                any -> {},
                (waiting, why) -> {});

        assertThat(session(process.pid())).isEqualTo(process.pid());
        assertThat(Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/fd/0"))
                        .toString())
                .startsWith("pipe:");
    }

    /** Field 6 of {@code /proc/PID/stat}; the name, field 2, has no blank here. */
    private static long session(long pid) throws IOException {
        return Long.parseLong(
                Files.readString(Path.of("/proc/" + pid + "/stat")).split(" ")[5]);
    }

    private ProcessPlan plan(String name, String script) {
        return plan(name, script, folder.resolve("never"));
    }

    private ProcessPlan plan(String name, String script, Path readyFile) {
        return new ProcessPlan(
                name,
                List.of("bash", "-c", script),
                Map.of(),
                folder,
                folder.resolve(name + ".log"),
                () -> Files.exists(readyFile) ? Optional.empty() : Optional.of("not ready yet"));
    }
}
