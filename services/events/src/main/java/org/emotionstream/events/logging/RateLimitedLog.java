package org.emotionstream.events.logging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Something that one record makes worth a line in the log, and a million records make no more than a line a minute. */
public final class SeldomSaid {
    private static final long BETWEEN = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final AtomicLong unsaid = new AtomicLong();
    private final AtomicLong next;

    public SeldomSaid() {
        this(System::nanoTime);
    }

    SeldomSaid(LongSupplier nanoTime) {
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
