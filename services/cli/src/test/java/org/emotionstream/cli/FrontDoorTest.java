package org.emotionstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.emotionstream.cli.terminal.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code emotionstream}, as far as it goes without building. */
class FrontDoorTest {
    private static final Path ROOT = Path.of(System.getProperty("emotionstream.root"));
    private static final String MACHINE =
            "say() { echo \"$*\"; }; fail() { echo \"${@:2}\"; exit \"$1\"; }; landmark_model=/nonexistent; source "
                    + quoted(ROOT.resolve("scripts/machine.sh")) + "; ";

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
    void anUnknownCommandIsEchoedOnOneLineWithoutControlCharacters() throws Exception {
        Result unknown = run(
                Map.of(),
                ROOT.resolve("emotionstream").toString(),
                "x\u001b]0;title\u0007\r\nemotionstream: forged\u202e\u009b2J");

        assertThat(unknown.exitCode).isEqualTo(ExitCodes.USAGE);
        assertThat(unknown.text.lines().toList())
                .noneMatch(line -> line.startsWith("emotionstream: forged"))
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}]"));
    }

    @Test
    void aJdkIsWhatHasJavacAndItsVersionIsRead() throws Exception {
        Path jdk = installed("jdk", "bin/java", "bin/javac");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"21.0.4\"\n");
        Path jre = installed("jre", "bin/java");
        Files.writeString(jre.resolve("release"), "JAVA_VERSION=\"21.0.4\"\n");

        assertThat(bash(Map.of(), "jdk_version " + quoted(jdk)).text.strip()).isEqualTo("21");
        assertThat(bash(Map.of(), "jdk_version " + quoted(jre)).text).isEmpty();
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

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a,b", "a+b", "a[b", "a]b", "a\"b", "a\\b", "a\nb", "a${b"})
    void aPathThatCannotWorkIsRefusedBeforeAnythingRuns(String name) throws Exception {
        Path checkout = notBuilt(name);

        Result refused = run(Map.of(), checkout.resolve("emotionstream").toString(), "demo");

        assertThat(refused.exitCode).isEqualTo(ExitCodes.MACHINE);
        assertThat(refused.text).contains("the path of this checkout has a ", "move it");
        assertThat(checkout.resolve(".emotionstream")).doesNotExist();
    }

    @Test
    void nothingIsBuiltToSayThatNothingRuns() throws Exception {
        String script = notBuilt("not built; it's new").resolve("emotionstream").toString();

        for (String command : List.of("status", "watch", "audit", "send")) {
            Result result = run(Map.of(), script, command);
            assertThat(result.exitCode).as(command).isEqualTo(ExitCodes.INCOMPLETE);
            assertThat(result.text).contains("nothing is running", "./emotionstream up");
        }
        assertThat(run(Map.of(), script, "down").exitCode).isZero();
        Result help = run(Map.of(), script, "train", "--help");
        assertThat(help.exitCode).isZero();
        assertThat(help.text).contains("usage:", "./emotionstream train builds it");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed() throws Exception {
        Path checkout = notBuilt("taken");
        Files.writeString(checkout.resolve(".emotionstream"), "no folder");

        Result refused = run(Map.of(), checkout.resolve("emotionstream").toString(), "demo");

        assertThat(refused.exitCode).isEqualTo(ExitCodes.MACHINE);
        assertThat(refused.text).contains("cannot make a folder in " + checkout);
    }

    @Test
    void withoutAHomeFolderDownloadsGoToTheCheckout() throws Exception {
        Result found = surroundings(
                Map.of("HOME", "/proc"), "getent() { :; }; find_home; echo \"is $HOME $user_home $user_home_differs\"");

        assertThat(found.text)
                .contains("there is no home folder that can be written to")
                .contains("is " + folder.resolve("home") + " " + folder.resolve("home") + " 1");
        assertThat(surroundings(Map.of(), "unset HOME; find_home; [[ -w $HOME/.m2 ]]").exitCode)
                .isZero();
    }

    @Test
    void aLowLimitIsRaisedOrRefusedWithTheNumberNeeded() throws Exception {
        Result soft = surroundings(Map.of(), "ulimit -Sn 256; check_limits; echo \"limit $(ulimit -Sn)\"");
        assertThat(soft.text).doesNotContain("limit 256");

        Result hard =
                surroundings(Map.of(), "ulimit() { if (($# > 1)); then return 1; else echo 256; fi; }; check_limits");
        assertThat(hard.exitCode).isEqualTo(ExitCodes.MACHINE);
        assertThat(hard.text).contains("needs at least 2048 open files, this shell allows 256");
    }

    @Test
    void aTemporaryFolderThatIsMissingIsReplaced() throws Exception {
        Result found = surroundings(Map.of("TMPDIR", "/nonexistent"), "find_temporary; echo $TMPDIR");

        assertThat(found.text.strip()).isEqualTo(folder.resolve("tmp").toString());
    }

    @Test
    void optionsOfMavenSurviveAPathWithABlank() throws Exception {
        Path blank = Files.createDirectories(folder.resolve("with blank"));
        Result written = surroundings(
                Map.of("home", blank.toString()),
                "source " + quoted(ROOT.resolve("scripts/build.sh")) + "; home=" + quoted(blank)
                        + "; user_home=$home/h; user_home_differs=1; write_maven_options; cat \"$home/maven.options\"");

        assertThat(written.text.lines())
                .containsExactly("\"-Djava.io.tmpdir=" + blank + "/tmp\"", "\"-Duser.home=" + blank + "/h\"");
    }

    @Test
    void trainingIsBuiltBesideAChainThatIsUpAndTheProductIsNot() throws Exception {
        String chain = "mkdir -p \"$home/run\"; (exec -a supervise sleep 60) & up=$!; "
                + "until grep -qa supervise /proc/$up/cmdline; do :; done; "
                + "printf '{ \"supervisor\" : {\\n \"pid\" : %s,\\n' $up >\"$home/run/up.json\"; "
                + "exec 5>\"$home/use.lock\"; flock --shared 5; trap 'kill $up' EXIT; ";
        String script =
                "home=" + quoted(folder) + "; source " + quoted(ROOT.resolve("scripts/build.sh")) + "; " + chain;

        Result training = bash(Map.of(), script + "lock_for_change training; echo locked");
        assertThat(training.text.strip()).isEqualTo("locked");

        Result product = bash(Map.of(), script + "lock_for_change product; echo locked");
        assertThat(product.exitCode).isEqualTo(ExitCodes.INCOMPLETE);
        assertThat(product.text).contains("the chain that is up runs from the earlier build", "./emotionstream down");
    }

    /** A checkout of this name with the script in it, and nothing built. */
    private Path notBuilt(String name) throws IOException {
        Path checkout = Files.createDirectories(folder.resolve(name));
        Files.copy(ROOT.resolve("emotionstream"), checkout.resolve("emotionstream"));
        Files.createSymbolicLink(checkout.resolve("scripts"), ROOT.resolve("scripts"));
        return checkout;
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }

    private Result surroundings(Map<String, String> environment, String script)
            throws IOException, InterruptedException {
        return bash(
                environment,
                "home=" + quoted(folder) + "; source " + quoted(ROOT.resolve("scripts/surroundings.sh")) + "; "
                        + script);
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
