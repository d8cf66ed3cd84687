package org.emotionstream.events.loop;

import java.time.Duration;

/**
 * When the results of a stage leave together. Sending has a price for each request, on both sides and at every stage
 * behind, so results gather: until no record is at work any more, and for some time after the last sending. A lone record,
 * after a pause, waits for nothing, and a batch leaves as one. While more records are at work, results wait for them the
 * longer the more there are. Used by the thread of the loop alone.
 */
final class Pace {
    /** So long results wait at most for records that are at work. */
    static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    private static final long WAIT_NANOS_A_RECORD = Duration.ofMillis(5).toNanos();

    private final long between;
    private long last;
    private long there;
    private boolean isResultThere;

    /**
     * @param between the time between two sendings
     * @param now by {@link System#nanoTime()}
     */
    Pace(Duration between, long now) {
        this.between = between.toNanos();
        last = now - this.between;
    }

    /** Whether there is a result that can be sent, or none. */
    void resultThere(boolean is, long now) {
        if (is && !isResultThere) {
            there = now;
        }
        isResultThere = is;
    }

    /**
     * Whether results may leave now.
     *
     * @param atWork how many records have no result yet
     */
    boolean isDue(long now, int atWork) {
        return isResultThere && now - due(atWork) >= 0;
    }

    /** When the results that are there may leave, by {@link System#nanoTime()}. */
    long due(int atWork) {
        long paced = last + between;
        long waited = there + Math.min(LONGEST_WAIT.toNanos(), atWork * WAIT_NANOS_A_RECORD);
        // The clock may wrap round.
        return waited - paced > 0 ? waited : paced;
    }

    /** Results have left. */
    void sent(long now) {
        last = now;
        isResultThere = false;
    }
}
