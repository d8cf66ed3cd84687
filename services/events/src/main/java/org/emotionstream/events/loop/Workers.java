package org.emotionstream.events.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.events.loop.StepOutcome.Answered;
import org.emotionstream.events.loop.StepOutcome.Broken;
import org.emotionstream.events.loop.StepOutcome.NotBegun;
import org.emotionstream.events.wire.SchemaRegistryException;
import org.emotionstream.events.wire.UnreadableMessageException;

/**
 * The threads that apply the step. They begin records in the order in which they are given: what has begun when
 * they are stopped comes before all that has not.
 */
final class Workers implements AutoCloseable {
    private static final long SECONDS_TO_END = 60;

    private final Channel channel;
    private final LoopMetrics metrics;
    private final Quarantine quarantine;
    private final Consumer<Boolean> ended;
    private final ThreadPoolExecutor threads;
    private final Map<String, String> waits = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /**
     * @param ended called by a thread that has completed an outcome, with whether no record waits for its step
     */
    Workers(Channel channel, LoopMetrics metrics, Consumer<Boolean> ended) {
        this.channel = channel;
        this.metrics = metrics;
        this.quarantine = new Quarantine(channel.stage(), metrics);
        this.ended = ended;
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                channel.stage().threads(),
                channel.stage().threads(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> new Thread(work, channel.stage().name() + "-" + number.incrementAndGet()));
        // A thread that is made for a record keeps it until it is scheduled, and others overtake it.
        threads.prestartAllCoreThreads();
    }

    private record Work(ConsumerRecord<byte[], byte[]> record, CompletableFuture<StepOutcome> outcome, Workers workers)
            implements Runnable {
        @Override
        public void run() {
            if (!outcome.isCancelled()) {
                outcome.complete(workers.apply(record));
            }
            workers.ended.accept(workers.threads.getQueue().isEmpty());
        }
    }

    /** The outcome of this record, in a while; it is never an exception. Cancelled before its turn, it does not begin. */
    synchronized CompletableFuture<StepOutcome> begin(ConsumerRecord<byte[], byte[]> record) {
        Work work = new Work(record, new CompletableFuture<>(), this);
        if (stopping) {
            work.outcome().complete(new NotBegun());
        } else {
            threads.execute(work);
        }
        return work.outcome();
    }

    /** What has not begun does not begin any more. */
    synchronized void stop() {
        stopping = true;
        // A record has begun when a thread has taken it. Were each thread to ask by itself, one that is put to
        // sleep before it asks would leave a gap before records that others have begun.
        List<Runnable> waiting = new ArrayList<>();
        threads.getQueue().drainTo(waiting);
        waiting.forEach(work -> ((Work) work).outcome().complete(new NotBegun()));
        ended.accept(true);
    }

    private StepOutcome apply(ConsumerRecord<byte[], byte[]> record) {
        long start = System.nanoTime();
        metrics.times().begun(record.timestamp(), System.currentTimeMillis());
        try {
            return new Answered(List.copyOf(results(record)));
        } catch (Throwable e) {
            return new Broken(
                    e); // also what is no exception, as a native library that is missing: the loop must learn of it
        } finally {
            waits.remove(Place.of(record));
            metrics.times().ended(start);
        }
    }

    /** Which records wait for a side system, for people; empty when none does. */
    String words() {
        return waits.values().stream().sorted().collect(Collectors.joining("; "));
    }

    private List<ProducerRecord<byte[], byte[]>> results(ConsumerRecord<byte[], byte[]> record) {
        long begun = System.nanoTime();
        while (true) {
            try {
                return channel.apply(record);
            } catch (UnreadableMessageException e) {
                return List.of(quarantine.setAside(record, e));
            } catch (SchemaRegistryException e) {
                // While brokers or registry are away nobody can say what the record is: it waits, as for the brokers.
                if (!e.isNoAnswer() || stopping || System.nanoTime() - begun > LoopClients.PATIENCE.toNanos()) {
                    throw e;
                }
                waits.put(Place.of(record), Place.of(record) + " waits: " + e.getMessage());
            }
        }
    }

    /** Returns when no thread is in the step any more, since what the step uses is closed next. */
    @Override
    public void close() {
        stop();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a step has not ended within " + SECONDS_TO_END + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
