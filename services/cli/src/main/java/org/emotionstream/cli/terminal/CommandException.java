package org.emotionstream.cli.terminal;

import java.util.List;

/** A command that cannot go on: its message says what is wrong and what to do. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final List<String> lines;

    /**
     * @param exitCode one of {@link ExitCodes}
     * @param message what is wrong, and what to do
     */
    public CommandException(int exitCode, String message) {
        this(exitCode, message, null);
    }

    /** A command that cannot go on, with the cause; null for none. */
    public CommandException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.lines = List.of(message);
    }

    /** A command that cannot go on, with a message of several lines, such as the end of a log. */
    public CommandException(int exitCode, List<String> lines) {
        super(String.join("\n", lines));
        this.exitCode = exitCode;
        this.lines = List.copyOf(lines);
    }

    /**
     * Checks what somebody has typed.
     *
     * @param isRight whether it can be used
     * @param message what is wrong, and what to do
     * @throws CommandException with this message, when the command line is wrong
     */
    public static void check(boolean isRight, String message) {
        if (!isRight) {
            throw new CommandException(ExitCodes.USAGE, message);
        }
    }

    /** One of {@link ExitCodes}. */
    public int exitCode() {
        return exitCode;
    }

    /** The message, as it is to be printed: a line break inside a line was made by a stranger. */
    public List<String> lines() {
        return lines;
    }
}
