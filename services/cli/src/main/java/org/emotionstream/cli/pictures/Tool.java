package org.emotionstream.cli.pictures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;

/** A program of the system that is run for what it prints. */
final class Tool {
    private final ProcessBuilder builder;

    Tool(String... command) {
        // One pipe holds both: nobody has to read two at once, and an error is in what we print.
        builder = new ProcessBuilder(command).redirectErrorStream(true);
    }

    Tool in(Path directory) {
        builder.directory(directory.toFile());
        return this;
    }

    /** The lines that it prints; also when it ends with an error, as dpkg does when one of many packages is not there. */
    List<String> lines() {
        return result().text().lines().toList();
    }

    /** Runs it to its end; true when it exits with 0. */
    boolean succeeds() {
        return result().exitCode() == 0;
    }

    /** Runs it to its end; fails when it does. */
    void run() {
        Result result = result();
        if (result.exitCode() != 0) {
            throw new CommandException(
                    ExitCodes.MACHINE,
                    String.join(" ", builder.command()) + " failed with exit code " + result.exitCode() + ": "
                            + result.text().strip());
        }
    }

    private record Result(int exitCode, String text) {}

    private Result result() {
        String command = String.join(" ", builder.command());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), text);
        } catch (IOException e) {
            throw new CommandException(ExitCodes.MACHINE, "cannot run " + command + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCodes.INCOMPLETE, "interrupted while running " + command, e);
        }
    }
}
