package org.emotionstream.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The two ends of a command: results go to {@code out}, everything else (progress, advice) to {@code
 * progress}, so that a pipe sees results only.
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
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }

    /**
     * Prints one line of results.
     *
     * @throws CommandException when nobody reads them any more
     */
    public void result(String line) {
        out.println(line);
        if (out.checkError()) {
            throw new CommandException(ExitCodes.READER_GONE, "");
        }
    }

    /** Prints one line of progress, with the time since the command began. */
    public void progress(String line) {
        Duration since = Duration.ofNanos(System.nanoTime() - startedNanos);
        progress.println(String.format("%5d s  %s", since.toSeconds(), line));
    }

    /** Prints one line as it is, beside the results. */
    public void say(String line) {
        progress.println(line);
    }
}
