package org.emotionstream.cli.processes;

import java.time.Duration;

/**
 * How long to wait before a process that ended by itself is started again: 1 s after the first time, twice
 * as long after each further one, at most 30 s; from the start again once it has run for a minute.
 */
public final class Backoff {
    /** The first wait that the class comment names. */
    public static final Duration FIRST = Duration.ofSeconds(1);

    static final Duration LONGEST = Duration.ofSeconds(30);
    static final Duration STEADY = Duration.ofMinutes(1);

    private final Duration first;
    private Duration next;

    Backoff(Duration first) {
        this.first = first;
        this.next = first;
    }

    /** The wait after a process that had run for this long. */
    Duration after(Duration uptime) {
        if (uptime.compareTo(STEADY) >= 0) {
            next = first;
        }
        Duration wait = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return wait;
    }
}
