package org.emotionstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that holds each promise of {@code docs/guarantees.md} against the tests that have run. */
class GuaranteesCheckTest {
    private static final Path ROOT = Path.of(System.getProperty("emotionstream.root"));

    @TempDir
    Path folder;

    @BeforeEach
    void reports() throws Exception {
        Path reports = Files.createDirectories(folder.resolve("build/combiner/failsafe-reports"));
        Files.writeString(
                reports.resolve("TEST-org.emotionstream.JoinIT.xml"),
                """
                <testsuite name="org.emotionstream.JoinIT">
                  <testcase name="passes" classname="org.emotionstream.JoinIT" time="1"/>
                  <testcase name="isSkipped" classname="org.emotionstream.JoinIT" time="0">
                    <skipped message="no network"/>
                  </testcase>
                  <testcase name="passesToo(int)[1]" classname="org.emotionstream.JoinIT" time="1">
                    <system-out><![CDATA[said]]></system-out>
                  </testcase>
                  <testcase name="fails" classname="org.emotionstream.JoinIT" time="1">
                    <failure message="no">at</failure>
                  </testcase>
                </testsuite>
                """);
    }

    @Test
    void promisesWhoseTestsHavePassedHold() throws Exception {
        assertThat(check("| One | `JoinIT.passes`, `JoinIT.passesToo` |", "| Two | `JoinIT.passes` |"))
                .isEqualTo("0 guarantees: 3 tests named in promises.md, all passed");
    }

    @Test
    void aPromiseWithoutATestIsNone() throws Exception {
        assertThat(check("| One | `JoinIT.passes` |", "| Two | by thought |"))
                .isEqualTo("1 promises.md:6: this promise names no test");
    }

    @Test
    void aTestThatIsMissingSkippedOrFailedProvesNothing() throws Exception {
        assertThat(check("| One | `JoinIT.renamed` |")).startsWith("1 ").contains("JoinIT.renamed", "has not run");
        assertThat(check("| One | `OtherIT.passes` |")).startsWith("1 ").contains("OtherIT.passes", "has not run");
        assertThat(check("| One | `JoinIT.isSkipped` |")).startsWith("1 ").contains("was skipped");
        assertThat(check("| One | `JoinIT.fails` |")).startsWith("1 ").contains("was failed");
    }

    @Test
    void aDocumentThatPromisesNothingIsAnError() throws Exception {
        assertThat(check()).startsWith("1 ").contains("promises nothing");
    }

    /** The exit code and what was said. */
    private String check(String... rows) throws Exception {
        Files.writeString(
                folder.resolve("promises.md"),
                "# Promises\n\n| Promise | Proven by |\n|---|---|\n" + String.join("\n", rows)
                        + "\n\n| Other | Table |\n|---|---|\n| without | tests |\n");
        Process process = new ProcessBuilder(
                        ROOT.resolve("scripts/guarantees.sh").toString(), "promises.md", "build")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() + " " + said;
    }
}
