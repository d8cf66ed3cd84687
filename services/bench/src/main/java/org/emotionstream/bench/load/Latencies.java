package org.emotionstream.bench.load;

import java.time.Duration;
import org.HdrHistogram.SynchronizedHistogram;

/** Times from sending a picture to reading its answer, to three digits. Safe for use by many threads. */
public final class Latencies {
    private static final long MOST_MICROS = Duration.ofMinutes(10).toNanos() / 1_000;
    private static final int DIGITS = 3;
    private static final double MICROS_A_MILLI = 1_000;

    private final SynchronizedHistogram micros = new SynchronizedHistogram(1, MOST_MICROS, DIGITS);

    /** Adds a time. */
    public void add(long nanos) {
        micros.recordValue(Math.min(MOST_MICROS, Math.max(1, nanos / 1_000)));
    }

    /** How many times there are. */
    public long count() {
        return micros.getTotalCount();
    }

    /**
     * The least of these times, in milliseconds, that so many per cent of them do not exceed.
     *
     * @throws IllegalStateException when there is none
     */
    public double millis(double percent) {
        if (count() == 0) {
            throw new IllegalStateException("no picture was answered, so there is no percentile");
        }
        return micros.getValueAtPercentile(percent) / MICROS_A_MILLI;
    }
}
