package org.emotionstream.endtoend;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.emotionstream.events.testing.Packages;

/**
 * The packaged command line, as the script {@code emotionstream} starts it, except that what it writes
 * lies under a folder of the test.
 *
 * @param local stands for the ignored folder {@code .emotionstream} of the checkout
 * @param environment added to our own
 */
record CommandLineInterface(Path local, Map<String, String> environment) {
    private static final Path ROOT = Path.of(System.getProperty("emotionstream.root"));
    private static final int PATIENCE_MINUTES = 8;

    CommandLineInterface(Path local) {
        this(local, Map.of());
    }

    /** The checkout. */
    static Path root() {
        return ROOT;
    }

    /**
     * What a command left behind.
     *
     * @param exitCode of the process
     * @param output lines on stdout
     * @param errors all of stderr
     */
    record Result(int exitCode, List<String> output, String errors) {}

    /** Runs a command to its end. */
    Result run(String... words) throws IOException, InterruptedException {
        Path output = Files.createTempFile(local, "output", ".txt");
        Path errors = Files.createTempFile(local, "errors", ".txt");
        Process process = start(output, errors, words);
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            throw new AssertionError("still running after " + PATIENCE_MINUTES + " minutes: " + String.join(" ", words)
                    + "\n" + Files.readString(errors));
        }
        return new Result(process.exitValue(), Files.readAllLines(output), Files.readString(errors));
    }

    /** Starts a command, its stdout and stderr going to these files. */
    Process start(Path output, Path errors, String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(words))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The words that start a command. */
    List<String> command(String... words) {
        Packages.requireChain();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Demotionstream.root=" + ROOT,
                "-Demotionstream.local=" + local,
                "-Dorg.bytedeco.javacpp.cachedir=" + ROOT.resolve(".emotionstream/native/javacpp"),
                "-cp",
                Packages.commandLine(),
                "org.emotionstream.cli.Main"));
        command.addAll(List.of(words));
        return command;
    }

    /** The processes alive that have this folder in their command line: those that a command has started. */
    List<Long> processes() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> commandLine(pid).contains(local.toString()))
                .toList();
    }

    /** The one of these processes that has this word in its command line. */
    long process(String word) {
        return processes().stream()
                .filter(pid -> commandLine(pid).contains(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process has " + word + " in its command line"));
    }

    private static String commandLine(long pid) {
        try {
            return new String(
                    Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // It has ended since it was listed.
        }
    }
}
