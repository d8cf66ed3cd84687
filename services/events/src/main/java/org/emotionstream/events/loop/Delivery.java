package org.emotionstream.events.loop;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The results of one batch on their way to the brokers, in order, and how far each partition of the input
 * is answered for. Used by the thread of the loop alone.
 */
final class Delivery {
    // Half of the producer's buffer: then sending never blocks for room, however long the brokers are away.
    private static final long MOST_BYTES_UNDER_WAY = LoopClients.BUFFER_BYTES / 2;

    private final Producer<byte[], byte[]> producer;
    private final Patience patience;
    private final Deque<Sent> underWay = new ArrayDeque<>();
    private final Map<TopicPartition, OffsetAndMetadata> answered = new HashMap<>();
    private final Set<TopicPartition> forgotten = new HashSet<>();
    private long bytesUnderWay;

    Delivery(Producer<byte[], byte[]> producer, Patience patience) {
        this.producer = producer;
        this.patience = patience;
    }

    private record Sent(ConsumerRecord<byte[], byte[]> origin, List<Future<RecordMetadata>> results, long bytes) {
        boolean isDone() {
            return results.stream().allMatch(Future::isDone);
        }
    }

    /** Sends the results of a record, unless its partition is somebody else's now; waits while too much is under way. */
    void send(ConsumerRecord<byte[], byte[]> origin, List<ProducerRecord<byte[], byte[]>> results) {
        long bytes = results.stream().mapToLong(Delivery::bytes).sum();
        while (!underWay.isEmpty() && bytesUnderWay + bytes > MOST_BYTES_UNDER_WAY) {
            finishFirst();
        }
        if (forgotten.contains(partition(origin))) {
            return;
        }
        List<Future<RecordMetadata>> sent = results.stream().map(producer::send).toList();
        underWay.add(new Sent(origin, sent, bytes));
        bytesUnderWay += bytes;
    }

    /** Waits until the brokers have all that was sent. */
    void finish() {
        while (!underWay.isEmpty()) {
            finishFirst();
        }
    }

    /** The offsets to commit for what the brokers have so far. */
    Map<TopicPartition, OffsetAndMetadata> answered() {
        while (!underWay.isEmpty() && underWay.peek().isDone()) {
            finishFirst();
        }
        return Map.copyOf(answered);
    }

    /**
     * These partitions are somebody else's now: in this batch nothing more is sent or committed for them, also
     * not when they come back, since whoever has them begins at what is committed.
     */
    void forget(Collection<TopicPartition> partitions) {
        forgotten.addAll(partitions);
        underWay.removeIf(sent -> {
            boolean lost = partitions.contains(partition(sent.origin()));
            bytesUnderWay -= lost ? sent.bytes() : 0;
            return lost;
        });
        answered.keySet().removeAll(partitions);
    }

    private void finishFirst() {
        Sent first = underWay.peek();
        for (Future<RecordMetadata> result : first.results()) {
            patience.await(result, "cannot produce the result of " + Place.of(first.origin()));
        }
        // While waiting, a rebalance may have taken its partition away.
        if (underWay.peek() == first) {
            underWay.remove();
            bytesUnderWay -= first.bytes();
            answered.put(
                    partition(first.origin()),
                    new OffsetAndMetadata(first.origin().offset() + 1));
        }
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static long bytes(ProducerRecord<byte[], byte[]> record) {
        return (record.key() == null ? 0 : record.key().length) + (record.value() == null ? 0 : record.value().length);
    }
}
