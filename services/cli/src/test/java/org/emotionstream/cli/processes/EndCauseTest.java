package org.emotionstream.cli.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndCauseTest {
    @TempDir
    Path folder;

    @Test
    void namesWhatIsLastingHoweverMuchFollowsIt() throws IOException {
        assertThat(cause(
                        1,
                        "ERROR LogManager: java.io.IOException: No space left on device\n" + "\tat frame\n".repeat(50)
                                + "ERROR broker: java.lang.InternalError: a fault occurred"))
                .contains("a disk is full: java.io.IOException: No space left on device");
        assertThat(cause(
                        1,
                        "java.io.IOException: Too many open files\n".repeat(20_000)
                                + "ERROR broker: all log dirs failed"))
                .hasValueSatisfying(text -> assertThat(text).matches("too many open files: the limit is [0-9]+ .*"));
    }

    @Test
    void takesTheLastErrorWithoutWhatStandsBeforeItsMessage() throws IOException {
        assertThat(
                        cause(
                                1,
                                """
                2026-11-29T06:00:24.623Z ERROR o.e.e.l.LoopThread: landmarker-loop stops: group landmarker has no offset
                java.lang.IllegalStateException
                \tat org.emotionstream.Some.frame(Some.java:1)
                2026-11-29T06:00:24.700Z INFO  i.quarkus: stopped
                """))
                .contains("landmarker-loop stops: group landmarker has no offset");
    }

    @Test
    void takesTheLastLineOfALogWithoutErrors() throws IOException {
        assertThat(cause(2, "emotionstream.horizon: expected a duration, found \"soon\"\n"))
                .contains("emotionstream.horizon: expected a duration, found \"soon\"");
        assertThat(cause(1, "")).isEmpty();
    }

    @Test
    void namesTheSignalOfAProcessThatWasKilled() throws IOException {
        assertThat(cause(137, "2026-11-29T06:00:24.623Z INFO  landmarker: runs\n"))
                .contains("killed by signal 9");
    }

    @Test
    void looksAtTheStartThatEndedAlone() throws IOException {
        String before = "ERROR broker: No space left on device\n";
        Path log = Files.writeString(folder.resolve("log"), before + "ERROR broker: another cause\n");

        assertThat(EndCause.of(log, before.length(), 1)).contains("another cause");
    }

    @Test
    void tellsADiskThatIsFull() {
        Path data = Path.of("/home/somebody/checkout/.emotionstream/data");

        assertThat(DiskSpace.problem(data, 0)).contains("the disk of .emotionstream/data is full (0 MB free)");
        assertThat(DiskSpace.problem(data, 500)).isEmpty();
    }

    private Optional<String> cause(int exitCode, String text) throws IOException {
        return EndCause.of(Files.writeString(folder.resolve("log"), text), 0, exitCode);
    }
}
