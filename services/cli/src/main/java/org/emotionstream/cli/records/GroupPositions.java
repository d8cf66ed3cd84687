package org.emotionstream.cli.records;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.events.inspection.Kafka;

/**
 * How far a consumer group has read, as it has committed.
 *
 * @param offsets the first offset that it has not read, of each partition that it has committed
 */
public record GroupPositions(Map<TopicPartition, Long> offsets) {
    public GroupPositions {
        offsets = Map.copyOf(offsets);
    }

    /** What this group has committed by now; nothing for a group that there is not. */
    public static GroupPositions of(Admin admin, String group) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Kafka.await(
                        "ask what " + group + " has read",
                        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, committed) -> {
                    if (committed != null) {
                        offsets.put(partition, committed.offset());
                    }
                });
        return new GroupPositions(offsets);
    }

    /** The first offset of this partition that it has not read; 0 where it has committed none. */
    public long of(String topic, int partition) {
        return offsets.getOrDefault(new TopicPartition(topic, partition), 0L);
    }

    /** Whether it has read this record. */
    public boolean hasRead(String topic, RecordPlace place) {
        return place.offset() < of(topic, place.partition());
    }
}
