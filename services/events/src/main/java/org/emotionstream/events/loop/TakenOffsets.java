package org.emotionstream.events.loop;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * The offset of each partition behind the last record that the loop has taken. Used by the thread of the loop alone.
 *
 * <p>A consumer moves its position before {@code poll} returns. When {@code poll} throws something other than a
 * {@code KafkaException}, such as {@code IllegalArgumentException} for a codec that it does not know, the records that it
 * had read of other partitions are gone, and its position lies behind them ({@code FetchCollector.collectFetch} of Kafka
 * 4.4.0). Whoever polls again after a failure sets the positions back first, or these records are never answered.
 */
final class TakenOffsets {
    private final Map<TopicPartition, Long> next = new HashMap<>();

    /** These records are taken. */
    void taken(ConsumerRecords<byte[], byte[]> records) {
        records.nextOffsets().forEach((partition, behind) -> next.put(partition, behind.offset()));
    }

    /** The record at this offset counts as taken. */
    void passedOver(TopicPartition partition, long offset) {
        next.put(partition, offset + 1);
    }

    /**
     * Sets each position to the first record that is not taken; of a partition of which none was taken yet, to the
     * committed offset.
     */
    void restore(Consumer<byte[], byte[]> consumer) {
        Set<TopicPartition> untouched = new HashSet<>(consumer.assignment());
        untouched.removeAll(next.keySet());
        next.forEach(consumer::seek);
        if (!untouched.isEmpty()) {
            consumer.committed(untouched).forEach((partition, committed) -> {
                if (committed != null) {
                    consumer.seek(partition, committed.offset());
                }
            });
        }
    }

    /** These partitions are somebody else's now. */
    void forget(Collection<TopicPartition> partitions) {
        next.keySet().removeAll(partitions);
    }
}
