package org.emotionstream.events.loop;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.events.UnreadableMessageException;

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

    /** Called when no record is at work. */
    default void betweenBatches() {}

    /** Gives back what it holds. */
    @Override
    default void close() {}
}
