package org.emotionstream.combiner;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;

/**
 * The clock that Kafka Streams runs on here: it starts at the time of the wall clock and then goes by the
 * monotonic one. When somebody sets the wall clock, deadlines neither pass early nor wait for it, and Streams
 * does not stop to call us until the old time comes round again. Safe for use by many threads.
 */
final class SteadyTime implements Time {
    private final long startMillis;
    private final long startNanos;
    private final LongSupplier nanos;

    SteadyTime(InstantSource wallClock, LongSupplier nanos) {
        this.startMillis = wallClock.millis();
        this.startNanos = nanos.getAsLong();
        this.nanos = nanos;
    }

    @Override
    public long milliseconds() {
        return startMillis + TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - startNanos);
    }

    @Override
    public long nanoseconds() {
        return nanos.getAsLong();
    }

    @Override
    public void sleep(long millis) {
        Time.SYSTEM.sleep(millis);
    }

    @Override
    public void waitObject(Object object, Supplier<Boolean> condition, long deadlineMillis)
            throws InterruptedException {
        // The other clock has its own zero: what remains is the same for both.
        long remaining = Math.max(0, deadlineMillis - milliseconds());
        Time.SYSTEM.waitObject(object, condition, Time.SYSTEM.milliseconds() + remaining);
    }
}
