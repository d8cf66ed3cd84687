package org.emotionstream.events.loop;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Names partitions and records in logs and messages. */
public final class Place {
    private Place() {}

    /** For example {@code topic images.raw partition 2}. */
    public static String of(TopicPartition partition) {
        return "topic " + partition.topic() + " partition " + partition.partition();
    }

    /** For example {@code topic images.raw partition 2 offset 17}. */
    public static String of(TopicPartition partition, long offset) {
        return of(partition) + " offset " + offset;
    }

    /** As {@link #of(TopicPartition, long)}. */
    public static String of(ConsumerRecord<?, ?> record) {
        return of(new TopicPartition(record.topic(), record.partition()), record.offset());
    }
}
