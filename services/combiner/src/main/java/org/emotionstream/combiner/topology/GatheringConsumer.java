package org.emotionstream.combiner.topology;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The consumer of one thread of Kafka Streams. While answers wait for the end of their transaction it does not hurry to
 * fetch: a fetch costs the same for one record and for a hundred. Without answers that wait, and with a backlog, it
 * fetches as fast as it can. While nothing is open it waits longer for a record, which ends the wait.
 */
final class GatheringConsumer extends KafkaConsumer<byte[], byte[]> {
    /** The time between two fetches while answers wait. */
    static final Duration BETWEEN = Duration.ofMillis(20);

    // Where more came at once there may be a backlog.
    private static final int FEW_RECORDS = 100;

    private final Supplier<CommitPace> pace;
    private long polledAt = System.nanoTime();
    private int records;

    /** @param pace of the thread that asks */
    GatheringConsumer(Map<String, Object> settings, Supplier<CommitPace> pace) {
        super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.pace = pace;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        CommitPace ofThisThread = pace.get();
        ofThisThread.goesOn();
        if (records < FEW_RECORDS && ofThisThread.gathers()) {
            gather(ofThisThread.untilEnd());
        }
        ConsumerRecords<byte[], byte[]> polled = super.poll(ofThisThread.longestPoll(timeout));
        polledAt = System.nanoTime();
        records = polled.count();
        return polled;
    }

    private void gather(Duration longest) {
        long sinceLast = System.nanoTime() - polledAt;
        try {
            TimeUnit.NANOSECONDS.sleep(Math.min(BETWEEN.toNanos() - sinceLast, longest.toNanos()));
        } catch (InterruptedException e) {
            // The poll that follows throws.
            Thread.currentThread().interrupt();
        }
    }
}
