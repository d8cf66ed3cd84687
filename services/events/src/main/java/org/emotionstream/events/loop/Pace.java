package org.emotionstream.events.loop;

import java.time.Duration;

/**
 * When the results of a stage leave together. Sending has a price for each request, on both sides and at every stage
 * behind, so results gather while more records are at work, and the longer the more there are: the batch grows with the
 * load. A lone record, after a pause, waits for nothing. Used by the thread of the loop alone.
 */
final class Pace {
    /** So long after the last results, the next may leave, however few they are. */
    static final Duration LEAST = Duration.ofMillis(40);

    /** So long after the last results, the next leave, however many are still at work. */
    static final Duration MOST = Duration.ofMillis(100);

    private static final long NANOS_A_RECORD = Duration.ofMillis(5).toNanos();

    private long last;

    /**
     * @param now by {@link System#nanoTime()}
     */
    Pace(long now) {
        last = now - MOST.toNanos();
    }

    /**
     * Whether results may leave now.
     *
     * @param atWork how many records have no result yet
     */
    boolean isDue(long now, int atWork) {
        return now - due(atWork) >= 0;
    }

    /** When results may leave, by {@link System#nanoTime()}. */
    long due(int atWork) {
        return last + Math.min(MOST.toNanos(), Math.max(LEAST.toNanos(), atWork * NANOS_A_RECORD));
    }

    /** Results have left. */
    void sent(long now) {
        last = now;
    }
}
