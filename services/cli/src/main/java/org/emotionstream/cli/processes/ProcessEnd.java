package org.emotionstream.cli.processes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A process that ended by itself.
 *
 * @param name of the process
 * @param exitCode as the operating system tells; 128 + n after signal n
 * @param uptime how long it had run
 * @param log where it wrote to
 */
public record ProcessEnd(String name, int exitCode, Duration uptime, Path log) {
    private static final int LINES = 12;

    /** For people, line by line: who ended and how, where its log is, and the last lines of that. */
    public List<String> lines() {
        String first = String.format(
                Locale.ROOT,
                "%s ended by itself after %d s with exit code %d. The end of its log, %s:",
                name,
                uptime.toSeconds(),
                exitCode,
                log);
        return LogTail.below(first, log, LINES);
    }
}
