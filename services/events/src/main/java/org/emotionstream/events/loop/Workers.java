package org.emotionstream.events.loop;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.emotionstream.events.UnreadableMessageException;
import org.emotionstream.events.loop.StepOutcome.Answered;
import org.emotionstream.events.loop.StepOutcome.Broken;
import org.emotionstream.events.loop.StepOutcome.NotBegun;
import org.emotionstream.events.loop.StepOutcome.Unreadable;

/** The threads that apply the step. They begin records in the order in which they are given. */
final class Workers implements AutoCloseable {
    private static final long SECONDS_TO_END = 60;

    private final Channel channel;
    private final LoopMetrics metrics;
    private final ExecutorService threads;
    private volatile boolean stopping;

    Workers(Channel channel, LoopMetrics metrics) {
        this.channel = channel;
        this.metrics = metrics;
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                channel.stage().threads(),
                channel.stage().threads(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> new Thread(work, channel.stage().name() + "-" + number.incrementAndGet()));
        // A thread that is made for a record keeps it until it is scheduled, and others overtake it.
        pool.prestartAllCoreThreads();
        this.threads = pool;
    }

    /** The outcome of this record, in a while; it is never an exception. */
    Future<StepOutcome> begin(ConsumerRecord<byte[], byte[]> record) {
        return threads.submit(() -> stopping ? new NotBegun() : apply(record));
    }

    /** What has not begun does not begin any more. */
    void stop() {
        stopping = true;
    }

    private StepOutcome apply(ConsumerRecord<byte[], byte[]> record) {
        long start = System.nanoTime();
        try {
            return new Answered(List.copyOf(channel.apply(record)));
        } catch (UnreadableMessageException e) {
            return new Unreadable(e);
        } catch (Throwable e) {
            return new Broken(
                    e); // also what is no exception, as a native library that is missing: the loop must learn of it
        } finally {
            metrics.step().record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
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
