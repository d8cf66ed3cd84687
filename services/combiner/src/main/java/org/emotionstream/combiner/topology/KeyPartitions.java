package org.emotionstream.combiner.topology;

import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Where the records of a key belong. The records of an image on five topics meet only when each record lies in the
 * partition that its key gives; Kafka Streams checks that for joins of its own, not for one processor.
 *
 * @param count partitions of each of the five topics
 */
record KeyPartitions(int count) {
    /**
     * This arrival, or unreadable when a record with this key does not belong where it lies: it would
     * meet no other record of its image, which might be answered a second time.
     */
    Arrival check(Arrival arrival, Bytes key, RecordMetadata where) {
        if (arrival instanceof Arrival.Unreadable) {
            return arrival;
        }
        int expected = BuiltInPartitioner.partitionForKey(key.get(), count);
        return expected == where.partition()
                ? arrival
                : new Arrival.Unreadable(
                        arrival.bytes(),
                        "expected in partition " + expected + " of " + count + " by its key, it lies in partition "
                                + where.partition()
                                + ": its producer uses another partitioner, or partitions were added to the topic");
    }
}
