package org.emotionstream.cli.local;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A line of the supervisor's log, in the form that services and broker have. */
final class SupervisorLine {
    private static final String LEVEL_AND_NAME = " INFO  supervisor: ";

    private SupervisorLine() {}

    /** The line of this time. */
    static String of(Instant time, String message) {
        // Always with three digits, so that the messages stand below each other.
        Instant millis = time.truncatedTo(ChronoUnit.MILLIS);
        return String.format(java.util.Locale.ROOT, "%tFT%<tT.%<tLZ", millis.atOffset(java.time.ZoneOffset.UTC))
                + LEVEL_AND_NAME
                + message;
    }

    /** The message of such a line; the whole line where it is none. */
    static String message(String line) {
        int begin = line.indexOf(LEVEL_AND_NAME);
        return begin < 0 ? line : line.substring(begin + LEVEL_AND_NAME.length());
    }
}
