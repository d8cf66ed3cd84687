package org.emotionstream.cli.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How one process is started and how to tell that it is ready.
 *
 * @param name that people know it by, for example {@code landmarker}
 * @param command the program and its arguments
 * @param environment added to our own
 * @param directory that it runs in
 * @param log gets its standard output and standard error
 * @param readiness tells when it can do its work
 */
public record ProcessPlan(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        Readiness readiness) {
    public ProcessPlan {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Starts the process in a session of its own, so that the terminal's Ctrl-C does not reach it. Its standard input is
     * a pipe that this JVM holds open: when this JVM dies, by whatever means, the process reads the end of it and stops.
     */
    public Process start() {
        List<String> words = new ArrayList<>(List.of("setsid"));
        words.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        // To its end, so that it can be made shorter while it is written.
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            if (!Files.isDirectory(directory)) {
                throw new IOException("there is no folder " + directory + " any more: was the checkout moved?");
            }
            Files.createDirectories(log.getParent());
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name + ": " + e.getMessage(), e);
        }
    }
}
