package org.emotionstream.cli.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emotionstream.contract.Printable;

/**
 * The two ends of a command: results go to {@code out}, everything else (progress, advice) to {@code
 * progress}, so that a pipe sees results only. What is printed is one line each time, and {@link Printable}:
 * no id, name or error text of a stranger writes a line or a column of its own or reaches the terminal as a
 * command. JSON keeps its meaning.
 */
public final class Console {
    private final PrintStream out;
    private final PrintStream progress;
    private final long startedNanos = System.nanoTime();

    /** Results to {@code out}, progress to {@code progress}. */
    public Console(PrintStream out, PrintStream progress) {
        this.out = out;
        this.progress = progress;
    }

    /** The process's own standard output and standard error, in UTF-8. */
    public static Console ofProcess() {
        return new Console(
                System.out instanceof StandardOutput output
                        ? output
                        : new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }

    /**
     * Prints one line of results.
     *
     * @throws CommandException when the reader of the output is gone, or it cannot be written
     */
    public void result(String line) {
        out.println(Printable.of(line));
        checkWritten();
    }

    /**
     * Prints one line of results in this form of {@link java.util.Formatter}, in no language's way to write numbers.
     *
     * @throws CommandException when the reader of the output is gone, or it cannot be written
     */
    public void row(String form, Object... values) {
        result(String.format(Locale.ROOT, form, values));
    }

    /**
     * Prints one line of results, with a tab between columns.
     *
     * @throws CommandException when the reader of the output is gone, or it cannot be written
     */
    public void columns(String... columns) {
        out.println(Arrays.stream(columns).map(Printable::of).collect(Collectors.joining("\t")));
        checkWritten();
    }

    /**
     * Checks that all results so far were written.
     *
     * @throws CommandException when the reader of the output is gone, or it cannot be written
     */
    public void checkWritten() {
        if (!out.checkError()) {
            return;
        }
        Optional<String> failure = out instanceof StandardOutput output ? output.failure() : Optional.empty();
        throw failure.map(reason -> new CommandException(
                        ExitCodes.MACHINE, "standard output cannot be written, so results are missing: " + reason))
                .orElseGet(() -> new CommandException(ExitCodes.READER_GONE, ""));
    }

    /** Prints one line of progress, with the time since the command began. */
    public void progress(String line) {
        Duration since = Duration.ofNanos(System.nanoTime() - startedNanos);
        say(String.format(Locale.ROOT, "%5d s  %s", since.toSeconds(), line));
    }

    /** Prints one line beside the results. */
    public void say(String line) {
        progress.println(Printable.of(line));
    }
}
