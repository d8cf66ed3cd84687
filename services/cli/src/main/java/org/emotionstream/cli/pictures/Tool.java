package org.emotionstream.cli.pictures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;

/**
 * A program of the system that was run to its end, for what it prints.
 *
 * @param command with its arguments
 * @param text that it has printed, also on standard error
 */
record Tool(String command, int exitCode, String text) {
    /** Runs it in this directory. */
    static Tool run(Path directory, String... words) {
        String command = String.join(" ", words);
        try {
            // One pipe holds both: nobody has to read two at once, and an error is in what we print.
            Process process = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Tool(command, process.waitFor(), text);
        } catch (IOException e) {
            throw new CommandException(ExitCodes.MACHINE, "cannot run " + command + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCodes.INCOMPLETE, "interrupted while running " + command, e);
        }
    }

    /** The lines that it prints; also when it ended with an error, as dpkg does when one of many packages is not there. */
    static List<String> lines(String... words) {
        return run(Path.of("."), words).text().lines().toList();
    }

    /** @throws CommandException when it ended with an error */
    void require() {
        if (exitCode != 0) {
            throw new CommandException(
                    ExitCodes.MACHINE, command + " failed with exit code " + exitCode + ": " + text.strip());
        }
    }
}
