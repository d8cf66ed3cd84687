package org.emotionstream.events.loop;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;

/** Polls of a consumer that other threads end early, when there is something else to do for the thread of the loop. */
final class Polls {
    /** The time between two polls while results gather. */
    static final Duration BETWEEN = Duration.ofMillis(20);

    private final Consumer<byte[], byte[]> consumer;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    private volatile boolean forAnyResult;
    private long endedAt = System.nanoTime();

    private enum State {
        IDLE,
        POLLING,
        WOKEN
    }

    Polls(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** What comes within this time; nothing when it is {@linkplain #stepEnded woken} before. */
    ConsumerRecords<byte[], byte[]> poll(Duration wait) {
        boolean woken = !state.compareAndSet(State.IDLE, State.POLLING);
        try {
            return consumer.poll(woken ? Duration.ZERO : wait);
        } catch (WakeupException e) {
            return ConsumerRecords.empty();
        } finally {
            state.set(State.IDLE);
            endedAt = System.nanoTime();
        }
    }

    /** Waits until {@link #BETWEEN} has passed since the last poll, and no longer than this. */
    void pause(Duration most) {
        long nanos = Math.min(most.toNanos(), endedAt + BETWEEN.toNanos() - System.nanoTime());
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            // The poll that follows throws.
            Thread.currentThread().interrupt();
        }
    }

    /** What comes within this time, whatever {@linkplain #stepEnded ends}. */
    ConsumerRecords<byte[], byte[]> pollUndisturbed(Duration wait) {
        while (true) {
            try {
                return consumer.poll(wait);
            } catch (WakeupException e) {
                continue; // was meant for a poll that had ended by itself
            }
        }
    }

    /** Whether the next polls end when any step has, or only when no more are at work. */
    void endForAnyResult(boolean any) {
        forAnyResult = any;
    }

    /**
     * A step has ended, and its outcome can be seen. Ends the poll that waits for it, or else the next one; called by any
     * thread.
     *
     * @param last whether no record waits for its step
     */
    void stepEnded(boolean last) {
        if (last || forAnyResult) {
            wake();
        }
    }

    private void wake() {
        if (state.getAndSet(State.WOKEN) == State.POLLING) {
            consumer.wakeup();
        }
    }
}
