package org.emotionstream.events.logging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Logs what happens at most once a minute, however many records it happens with, and counts the rest. */
public final class RateLimitedLog {
    private static final long BETWEEN = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final AtomicLong unsaid = new AtomicLong();
    private final AtomicLong next;

    public RateLimitedLog() {
        this(System::nanoTime);
    }

    RateLimitedLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.next = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * It has happened.
     *
     * @param say called where it is to be said, with how often it has happened unsaid since the last time
     */
    public void happened(LongConsumer say) {
        long now = nanoTime.getAsLong();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + BETWEEN)) {
            say.accept(unsaid.getAndSet(0));
        } else {
            unsaid.incrementAndGet();
        }
    }
}
