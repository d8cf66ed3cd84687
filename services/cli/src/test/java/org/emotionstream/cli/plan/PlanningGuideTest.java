package org.emotionstream.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotionstream.cli.CommandRun;
import org.emotionstream.cli.terminal.ExitCodes;
import org.junit.jupiter.api.Test;

/** What {@code docs/guides/planning.md} shows is what the command prints, with the costs of this release. */
class PlanningGuideTest {
    private static final String PROGRAM = "./emotionstream ";
    private static final List<String> PAGE = page();

    /** The lines of the block of text that follows the block of commands with this marker. */
    private record Example(List<String> command, List<String> printed) {
        static Example of(String name) {
            int marker = PAGE.indexOf("<!-- tried: " + name + " -->");
            assertThat(marker).as("the block \"" + name + "\"").isNotNegative();
            List<String> commands = fenced(marker + 1, "```sh");
            assertThat(commands).singleElement().asString().startsWith(PROGRAM);
            List<String> words =
                    Arrays.asList(commands.get(0).substring(PROGRAM.length()).split(" "));
            return new Example(words, fenced(marker + 4, "```text"));
        }

        private static List<String> fenced(int at, String fence) {
            assertThat(PAGE.get(at)).isEqualTo(fence);
            List<String> lines = new ArrayList<>();
            for (int i = at + 1; !PAGE.get(i).equals("```"); i++) {
                lines.add(PAGE.get(i));
            }
            return lines;
        }

        CommandRun run() {
            return CommandRun.of(command.toArray(String[]::new));
        }
    }

    @Test
    void theExampleIsWhatIsPrinted() {
        Example example = Example.of("a plan");
        CommandRun run = example.run();

        assertThat(run.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(run.output()).containsExactlyElementsOf(example.printed());
    }

    @Test
    void theWallsAreThoseThatAreNamed() {
        for (String name : List.of("ten thousand cameras", "a million a second")) {
            Example example = Example.of(name);

            assertThat(example.printed()).as(name).isNotEmpty();
            assertThat(example.run().output())
                    .as(name)
                    .endsWith(example.printed().toArray(String[]::new));
        }
    }

    private static List<String> page() {
        try {
            return Files.readAllLines(Path.of(System.getProperty("emotionstream.root"), "docs/guides/planning.md"));
        } catch (IOException e) {
            throw new IllegalStateException("the guide is part of the checkout", e);
        }
    }
}
