package org.emotionstream.events.logging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Logs what happens at most once a minute, however many records it happens with, and counts the rest. */
public final class RateLimitedLog {
    private static final long BETWEEN = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final AtomicLong suppressed = new AtomicLong();
    private final AtomicLong next;

    public RateLimitedLog() {
        this(System::nanoTime);
    }

    RateLimitedLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.next = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * Logs that it has happened, unless that was logged less than a minute ago.
     *
     * @param line logs it; given how often it has happened since the last line
     */
    public void log(LongConsumer line) {
        long now = nanoTime.getAsLong();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + BETWEEN)) {
            line.accept(suppressed.getAndSet(0));
        } else {
            suppressed.incrementAndGet();
        }
    }
}
