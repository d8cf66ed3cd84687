package org.emotionstream.endtoend.faults.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Programs of the system. */
public final class Command {
    private Command() {}

    /**
     * Runs a program to its end.
     *
     * @throws IllegalStateException when it fails, with what it printed
     */
    public static void run(String... words) throws InterruptedException {
        String failure = tried(words);
        if (!failure.isEmpty()) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whether a program succeeds. */
    public static boolean succeeds(String... words) throws InterruptedException {
        return tried(words).isEmpty();
    }

    private static String tried(String... words) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            return exitCode == 0 ? "" : String.join(" ", words) + " ended with " + exitCode + ": " + printed;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + words[0], e);
        }
    }
}
