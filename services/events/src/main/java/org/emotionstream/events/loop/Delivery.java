package org.emotionstream.events.loop;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends results to the brokers, and bounds how much is under way. Used by the thread of the loop alone. */
final class Delivery {
    // Half of the producer's buffer: then sending never blocks for room, however long the brokers are away.
    private static final long MOST_BYTES_UNDER_WAY = LoopClients.BUFFER_BYTES / 2;

    private final Producer<byte[], byte[]> producer;
    // Less by the producer's thread, also for results of partitions that were revoked: they fill the buffer too.
    private final AtomicLong bytesUnderWay = new AtomicLong();

    Delivery(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Whether these results may be sent now; always, when nothing is under way. */
    boolean hasRoomFor(List<ProducerRecord<byte[], byte[]>> results) {
        long underWay = bytesUnderWay.get();
        return underWay == 0 || underWay + Bytes.of(results) <= MOST_BYTES_UNDER_WAY;
    }

    /** Sends these results in their order; each future is done when the brokers have its result. */
    List<Future<RecordMetadata>> send(List<ProducerRecord<byte[], byte[]>> results) {
        return results.stream().map(this::send).toList();
    }

    private Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> result) {
        long bytes = Bytes.of(result);
        bytesUnderWay.addAndGet(bytes);
        return producer.send(result, (metadata, failure) -> bytesUnderWay.addAndGet(-bytes));
    }
}
