package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people copy from README and guides is run by a test, or says above it why it is not. */
class FencedBlocksTest {
    private static final Path ROOT = CommandLineInterface.root();
    private static final Set<String> RUN = Set.of("sh", "python", "js");
    private static final Set<String> READ = Set.of("text", "json", "yaml", "csv", "properties", "promql");
    private static final Pattern MARKED = Pattern.compile("<!-- (ci|tried|not run): .+ -->");
    private static final Pattern COMMAND =
            Pattern.compile("\\s*(\\$ .*|\\./emotionstream .*|(docker|kubectl|kcat|curl|pip|npm|mvn|apt-get) .*)");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> guides = Files.list(ROOT.resolve("docs/guides"))) {
            return Stream.concat(
                    Stream.of("README.md", "docs/privacy.md", "docs/guarantees.md")
                            .map(ROOT::resolve),
                    guides.filter(file -> file.toString().endsWith(".md")).toList().stream())
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockOfCommandsIsTriedOrSaysWhyNot(Path page) throws IOException {
        assertThat(faults(Files.readAllLines(page))).as(page.toString()).isEmpty();
    }

    @Test
    void findsABlockWithoutAMarkerACommandInTextAndALanguageThatNobodyRuns() {
        List<String> page = List.of(
                "<!-- tried: a -->",
                "```sh",
                "true",
                "```",
                "```js",
                "await send();",
                "```",
                "```",
                "$ ./emotionstream status",
                "```",
                "```ruby",
                "puts 1",
                "```");

        assertThat(faults(page))
                .containsExactly(
                        "line 5: neither run by a test (<!-- tried: NAME -->) nor said why not (<!-- not run: WHY -->)",
                        "line 8: commands among text: $ ./emotionstream status",
                        "line 11: expected one of the languages that are run or read, found ruby");
    }

    private static List<String> faults(List<String> lines) {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("```")) {
                continue;
            }
            int end = i + 1;
            while (!lines.get(end).startsWith("```")) {
                end++;
            }
            String above = i == 0 ? "" : lines.get(i - 1);
            fault(lines.get(i).substring(3), above, lines.subList(i + 1, end), "line " + (i + 1) + ": ", faults);
            i = end;
        }
        return faults;
    }

    private static void fault(String language, String above, List<String> block, String where, List<String> faults) {
        if (RUN.contains(language)) {
            if (!MARKED.matcher(above).matches()) {
                faults.add(where
                        + "neither run by a test (<!-- tried: NAME -->) nor said why not (<!-- not run: WHY -->)");
            }
        } else if (!language.isEmpty() && !READ.contains(language)) {
            faults.add(where + "expected one of the languages that are run or read, found " + language);
        } else {
            block.stream()
                    .filter(line -> COMMAND.matcher(line).matches())
                    .findFirst()
                    .ifPresent(line -> faults.add(where + "commands among text: " + line));
        }
    }
}
