package org.emotionstream.cli.processes;

import java.nio.file.Path;
import java.time.Duration;

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

    /** For people: who ended and how, the last lines of the log and where the rest is. */
    public String describe() {
        return "%s ended by itself after %d s with exit code %d. The end of its log, %s:%n  %s"
                .formatted(name, uptime.toSeconds(), exitCode, log, String.join("\n  ", LogTail.of(log, LINES)));
    }
}
