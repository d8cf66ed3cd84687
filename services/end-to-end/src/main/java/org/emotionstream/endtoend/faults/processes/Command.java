package org.emotionstream.endtoend.faults.processes;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.cli.checkout.Checkout;

/** Programs of the system. */
public final class Command {
    private Command() {}

    /**
     * Runs a program to its end.
     *
     * @throws IllegalStateException when it fails, with what it printed
     */
    public static void run(String... words) throws InterruptedException {
        Optional<String> failure = failure(List.of(words));
        if (failure.isPresent()) {
            throw new IllegalStateException(failure.get());
        }
    }

    /** Runs a program to its end: why it failed, with what it printed; empty when it succeeded. */
    public static Optional<String> failure(List<String> words) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            return exitCode == 0
                    ? Optional.empty()
                    : Optional.of(
                            String.join(" ", words) + " ended with exit code " + exitCode + ": " + printed.strip());
        } catch (IOException e) {
            return Optional.of("cannot run " + words.get(0) + ": " + e.getMessage());
        }
    }

    /**
     * The words that run a class of the packaged command line in a JVM of 256 MB.
     *
     * @param temporary the folder of its temporary files
     * @param words further flags of the JVM, the class, and its arguments
     */
    public static List<String> java(Checkout checkout, String temporary, String... words) {
        Path cli = checkout.built("cli");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                cli.resolve("cli.jar") + File.pathSeparator + cli.resolve("lib") + "/*"));
        command.addAll(List.of(words));
        return command;
    }
}
