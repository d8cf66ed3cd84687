package org.emotionstream.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.emotionstream.cli.terminal.Console;

/**
 * What a command left behind.
 *
 * @param exitCode of the process, if it were one
 * @param output lines on standard output
 * @param errors all of standard error
 */
public record CommandRun(int exitCode, List<String> output, String errors) {
    /** Runs a command in this process, one at a time. */
    public static synchronized CommandRun of(String... words) {
        PrintStream usualOut = System.out;
        PrintStream usualErrors = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
            int exitCode = Main.run(words, Console.ofProcess());
            return new CommandRun(
                    exitCode,
                    out.toString(StandardCharsets.UTF_8).lines().toList(),
                    errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(usualOut);
            System.setErr(usualErrors);
        }
    }

    /** All of standard output. */
    public String text() {
        return String.join("\n", output);
    }
}
