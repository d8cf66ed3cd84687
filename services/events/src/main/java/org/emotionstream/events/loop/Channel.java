package org.emotionstream.events.loop;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.events.wire.UnreadableMessageException;

/** A service between two topics: maps a record to what its step takes, and what comes out to records. */
public interface Channel extends AutoCloseable {
    /** Where it reads and writes. */
    Stage stage();

    /**
     * The records that answer this one, which are produced in this order. Called by several threads at once.
     *
     * @throws UnreadableMessageException when the record is none of ours; it goes to quarantine
     * @throws RuntimeException for a fault that is not the record's; the service stops
     */
    List<ProducerRecord<byte[], byte[]>> apply(ConsumerRecord<byte[], byte[]> record);

    /**
     * Called once, when the topics are there and before the first record.
     *
     * @param waiting told what this waits for, as long as it does
     * @param stopped whether to return early
     */
    default void begin(Consumer<String> waiting, BooleanSupplier stopped) {}

    /**
     * Called right before the process ends because the step has been at work on this record for longer than it may, by a
     * thread of its own while the step is still at it.
     */
    default void stuck(ConsumerRecord<byte[], byte[]> record) {}

    /** Called after each commit, while other records may be at work. */
    default void afterCommit() {}

    /** What a readiness check says beside up or down, by name; asked by any thread. */
    default Map<String, String> readiness() {
        return Map.of();
    }

    /** Gives back what it holds. */
    @Override
    default void close() {}
}
