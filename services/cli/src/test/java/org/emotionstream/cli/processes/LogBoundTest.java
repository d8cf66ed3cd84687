package org.emotionstream.cli.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogBoundTest {
    private static final int LIMIT = 10_000;
    private static final int HEAD = 1_000;

    @TempDir
    Path folder;

    private final LogBound bound = new LogBound(LIMIT, HEAD);

    @Test
    void boundsALogThatSomebodyAppendsToAndKeepsTheFirstAndTheLastLinesOfTheRun() throws IOException {
        Path log = folder.resolve("broker.log");
        try (OutputStream child = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            child.write("the cause\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 10_000; i++) {
                child.write(("line " + i + "\n").getBytes(StandardCharsets.UTF_8));
                if (i % 100 == 0) {
                    bound.apply(log);
                }
                assertThat(Files.size(log)).isLessThan(LIMIT + 2_000);
            }
        }
        List<String> now = Files.readAllLines(log);
        List<String> old = Files.readAllLines(folder.resolve("broker.log.1"));

        assertThat(now).last().isEqualTo("line 9999");
        assertThat(old).first().isEqualTo("the cause");
        assertThat(Files.size(folder.resolve("broker.log.1"))).isLessThan(LIMIT);
        assertThat(old).anyMatch(line -> line.contains("left out"));
        // What is kept of the end goes on where the log begins anew.
        int last = Integer.parseInt(old.get(old.size() - 1).substring("line ".length()));
        assertThat(now).first().isEqualTo("line " + (last + 1));
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void leavesAShortLogAndOneThatIsNotThere() throws IOException {
        Path log = Files.writeString(folder.resolve("short.log"), "a line\n");

        bound.apply(log);
        bound.apply(folder.resolve("none.log"));

        assertThat(log).hasContent("a line\n");
    }
}
