package org.emotionstream.bench.human;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.emotionstream.bench.chain.ProgramRun;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HumanProgramTest {
    @TempDir
    private Path folder;

    @Test
    void aMachineWithoutNodeOrNpmIsToldWhatToInstall() throws IOException {
        assertThatThrownBy(() -> HumanProgram.requireNode(folder.toString()))
                .hasMessageContaining("PATH has no node and no npm: sudo apt-get install nodejs npm");

        Files.createFile(folder.resolve("node")).toFile().setExecutable(true);

        assertThatThrownBy(() -> HumanProgram.requireNode("/nowhere:" + folder))
                .hasMessageContaining("PATH has no npm: ")
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCodes.MACHINE));
        Files.createFile(folder.resolve("npm")).toFile().setExecutable(true);
        HumanProgram.requireNode("/nowhere:" + folder);
    }

    @Test
    void thePackagesAreInstalledAgainWhenTheirLockFileHasChanged() throws IOException {
        HumanProgram program = new HumanProgram(folder);
        assertThat(program.isInstalled()).isFalse();

        Files.writeString(folder.resolve("installed"), resource("package-lock.json"));
        assertThat(program.isInstalled()).isTrue();

        Files.writeString(folder.resolve("installed"), "that of an earlier version");
        assertThat(program.isInstalled()).isFalse();
    }

    @Test
    void everyPackageIsPinnedWithItsHashAndNoRegistryIsNamed() throws IOException {
        String lock = resource("package-lock.json");

        assertThat(lock).doesNotContain("resolved", "://");
        assertThat(lock.lines().filter(line -> line.contains("\"integrity\": \"sha512-")))
                .hasSameSizeAs(lock.lines()
                        .filter(line -> line.contains("\"node_modules/"))
                        .toList());
        assertThat(resource("package.json"))
                .contains("\"" + HumanProgram.VERSION.split(",")[0].replace(" ", "\": \"") + "\"");
    }

    @Test
    void nodeAcceptsTheProgram() throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, "node"))),
                "node is not installed, so the program is not parsed");
        Path program = Files.writeString(folder.resolve("human.js"), resource("human.js"));

        new ProgramRun(folder, Duration.ofMinutes(1)).output("node", List.of("node", "--check", program.toString()));
    }

    private static String resource(String name) throws IOException {
        return new String(HumanProgram.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8);
    }
}
