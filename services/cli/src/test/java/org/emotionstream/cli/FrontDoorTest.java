package org.emotionstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code emotionstream}, as far as it goes without building. */
class FrontDoorTest {
    private static final Path ROOT = Path.of(System.getProperty("emotionstream.root"));
    private static final String MACHINE =
            "say() { echo \"$*\"; }; fail() { echo \"${@:2}\"; exit \"$1\"; }; landmark_model=/nonexistent; source "
                    + ROOT.resolve("scripts/machine.sh") + "; ";

    @TempDir
    Path folder;

    @Test
    void helpNamesEveryCommand() throws Exception {
        Result help = run(Map.of(), ROOT.resolve("emotionstream").toString(), "--help");

        assertThat(help.exitCode).isZero();
        assertThat(help.text)
                .contains("demo", "up ", "status", "down", "send", "watch", "test", "train", "evaluate", "Exit codes");
    }

    @Test
    void anUnknownCommandIsAnErrorOfUsage() throws Exception {
        Result unknown = run(Map.of(), ROOT.resolve("emotionstream").toString(), "dmeo");

        assertThat(unknown.exitCode).isEqualTo(ExitCodes.USAGE);
        assertThat(unknown.text).contains("there is no command \"dmeo\"");
    }

    @Test
    void aJdkIsWhatHasJavacAndItsVersionIsRead() throws Exception {
        Path jdk = installed("jdk", "bin/java", "bin/javac");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"21.0.4\"\n");
        Path jre = installed("jre", "bin/java");
        Files.writeString(jre.resolve("release"), "JAVA_VERSION=\"21.0.4\"\n");

        assertThat(bash(Map.of(), "jdk_version " + jdk).text.strip()).isEqualTo("21");
        assertThat(bash(Map.of(), "jdk_version " + jre).text).isEmpty();
    }

    @Test
    void theJdkThatIsSetIsTakenWhenItWillDo() throws Exception {
        Path jdk = installed("jdk", "bin/java", "bin/javac");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"23.0.1\"\n");
        Path old = installed("old", "bin/java", "bin/javac");
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

        assertThat(bash(Map.of("JAVA_HOME", jdk.toString()), "find_jdk; echo $JAVA_HOME $jdk")
                        .text
                        .strip())
                .isEqualTo(jdk + " 23");
        assertThat(bash(Map.of("JAVA_HOME", old.toString()), "find_jdk; echo $JAVA_HOME")
                        .text
                        .strip())
                .isNotEmpty()
                .isNotEqualTo(old.toString());
    }

    @Test
    void whatIsMissingIsNamedWhereNothingCanBeInstalled() throws Exception {
        // A machine with nothing but these tools: no apt-get, no Maven, no compiler.
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("bash", "sed", "readlink", "awk")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }

        Result missing = bash(Map.of("PATH", tools.toString()), "require build model");

        assertThat(missing.exitCode).isEqualTo(ExitCodes.MACHINE);
        assertThat(missing.text).contains("maven g++", "libdlib-data");
    }

    private Path installed(String name, String... programs) throws IOException {
        for (String program : programs) {
            Path file = folder.resolve(name).resolve(program);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "#!/bin/sh\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        return folder.resolve(name);
    }

    private record Result(int exitCode, String text) {}

    private static Result bash(Map<String, String> environment, String script)
            throws IOException, InterruptedException {
        return run(environment, "/bin/bash", "-c", MACHINE + script);
    }

    private static Result run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), text);
    }
}
