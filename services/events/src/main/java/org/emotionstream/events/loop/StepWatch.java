package org.emotionstream.events.loop;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Knows how long each record has been in the step, and reports the one that stays there beyond a limit. Only time in
 * which this process runs counts: one that is frozen or starved for a minute is not held against a record.
 */
final class StepWatch implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(250);
    private static final long MOST_NANOS_A_TICK = 2 * TICK.toNanos();

    private final long limitNanos;
    private final Consumer<ConsumerRecord<byte[], byte[]>> stuck;
    private final Set<Step> inHand = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param limit how long a step may take
     * @param stuck given the record, once, on a thread of this watch
     */
    StepWatch(Duration limit, Consumer<ConsumerRecord<byte[], byte[]>> stuck) {
        this.limitNanos = limit.toNanos();
        this.stuck = stuck;
        this.thread = new Thread(this::watch, "step-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** A record in the step; closed when it has left it. */
    final class Step implements AutoCloseable {
        private final ConsumerRecord<byte[], byte[]> record;
        private long nanos;

        private Step(ConsumerRecord<byte[], byte[]> record) {
            this.record = record;
        }

        @Override
        public void close() {
            inHand.remove(this);
        }
    }

    /** This record enters the step. */
    Step begin(ConsumerRecord<byte[], byte[]> record) {
        Step step = new Step(record);
        inHand.add(step);
        return step;
    }

    private void watch() {
        long last = System.nanoTime();
        while (!closed) {
            try {
                TimeUnit.MILLISECONDS.sleep(TICK.toMillis());
            } catch (InterruptedException e) {
                return; // closed
            }
            long now = System.nanoTime();
            Optional<Step> oldest = aged(Math.min(now - last, MOST_NANOS_A_TICK));
            last = now;
            if (oldest.isPresent() && oldest.get().nanos > limitNanos) {
                stuck.accept(oldest.get().record);
                return;
            }
        }
    }

    private Optional<Step> aged(long nanos) {
        inHand.forEach(step -> step.nanos += nanos);
        return inHand.stream().max(Comparator.comparingLong(step -> step.nanos));
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
