package org.emotionstream.combiner.topology;

import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Where the records of a key belong. What is told of an image on five topics meets only when each record lies in the
 * partition that its key gives; Kafka Streams checks that for joins of its own, not for one processor.
 *
 * @param count partitions of each of the five topics
 */
record KeyPartitions(int count) {
    /** @throws IllegalStateException when a record with this key does not belong where it lies */
    void check(Bytes key, RecordMetadata where) {
        int expected = BuiltInPartitioner.partitionForKey(key.get(), count);
        if (expected != where.partition()) {
            throw new IllegalStateException("the record on " + where.topic() + ", partition " + where.partition()
                    + ", offset " + where.offset() + " belongs to partition " + expected + " of " + count
                    + " by its key: its producer uses another partitioner, or partitions were added to the topic");
        }
    }
}
