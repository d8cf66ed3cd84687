package org.emotionstream.cli.terminal;

/** What the exit codes of every command mean. The script {@code emotionstream} uses the same. */
public final class ExitCodes {
    /** All went well. */
    public static final int OK = 0;

    /** The command ran, and its answer is no: pictures without a result, a service that is not ready, a bug. */
    public static final int INCOMPLETE = 1;

    /** The command line is wrong. */
    public static final int USAGE = 2;

    /** This machine cannot do it: a package, disk or picture is missing. */
    public static final int MACHINE = 3;

    /** The broker or a service did not start, or ended by itself. */
    public static final int SERVICE = 4;

    /** Whoever read our output went away, as {@code | head -1} does: 128 + SIGPIPE, as a shell would say. */
    public static final int READER_GONE = 141;

    /** What every command says about its exit codes in {@code --help}. */
    public static final String HELP =
            "Exit codes: 0 success; 1 the command ran, but something is missing or not ready; "
                    + "2 the command line is wrong; 3 this machine cannot do it; 4 the broker or a service did not start or "
                    + "ended by itself; 130 interrupted; 141 the reader of the output is gone.";

    private ExitCodes() {}
}
