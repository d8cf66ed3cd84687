package org.emotionstream.cli.processes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A process that ended by itself.
 *
 * @param name of the process
 * @param exitCode of the operating system; 128 + n after signal n
 * @param uptime how long it had run
 * @param log where it wrote to
 * @param cause in one line; empty where it is not known
 */
public record ProcessEnd(String name, int exitCode, Duration uptime, Path log, Optional<String> cause) {
    private static final int LINES = 12;

    /** The end of a process of which its log tells the cause. */
    public static ProcessEnd of(String name, int exitCode, Duration uptime, Path log) {
        return new ProcessEnd(name, exitCode, uptime, log, EndCause.of(log, 0, exitCode));
    }

    /** For people: who ended, how and why. */
    public String inWords() {
        return String.format(
                        Locale.ROOT,
                        "%s ended by itself after %d s with exit code %d",
                        name,
                        uptime.toSeconds(),
                        exitCode)
                + cause.map(why -> ": " + why).orElse("");
    }

    /** For people, line by line: who ended and how, where its log is, and the last lines of that. */
    public List<String> lines() {
        String first = String.format(Locale.ROOT, "%s. The end of its log, %s:", inWords(), log);
        return LogTail.below(first, log, LINES);
    }
}
