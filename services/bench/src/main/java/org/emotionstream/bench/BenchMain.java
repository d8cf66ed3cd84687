package org.emotionstream.bench;

import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.emotionstream.bench.inputs.InputKind;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import picocli.CommandLine;

/** The program that the script {@code emotionstream} starts for {@code bench}. */
public final class BenchMain {
    // Kept, because java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger ALL_LOGGERS = Logger.getLogger("");

    private BenchMain() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] words) {
        // Libraries would form names and digits by the locale of the caller.
        Locale.setDefault(Locale.ROOT);
        ALL_LOGGERS.setLevel(Level.OFF);
        System.exit(run(words, Console.ofProcess()));
    }

    /** Runs the command, and returns its exit code. */
    static int run(String[] words, Console console) {
        CommandLine line = new CommandLine(new BenchCommand());
        line.registerConverter(InputKind.class, BenchMain::kind);
        line.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, console));
        return line.execute(words);
    }

    private static InputKind kind(String label) {
        try {
            return InputKind.of(label);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(e.getMessage());
        }
    }

    private static int failed(Exception exception, Console console) throws Exception {
        if (exception instanceof CommandException expected) {
            console.say("emotionstream: " + expected.lines().get(0));
            expected.lines().stream().skip(1).forEach(console::say);
            return expected.exitCode();
        }
        if (exception instanceof InterruptedException) {
            return ExitCodes.INCOMPLETE;
        }
        throw exception;
    }
}
