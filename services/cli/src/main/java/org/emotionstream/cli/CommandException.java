package org.emotionstream.cli;

/** A command that cannot go on: its message tells a person what is wrong and what to do. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /**
     * @param exitCode one of {@link ExitCodes}
     * @param message what is wrong, and what to do
     */
    public CommandException(int exitCode, String message) {
        this(exitCode, message, null);
    }

    /** As the other, with the cause; null for none. */
    public CommandException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** One of {@link ExitCodes}. */
    public int exitCode() {
        return exitCode;
    }
}
