package org.emotionstream.events.loop;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** Says which records a group was to read and cannot: never skipped in silence. */
final class LostRange {
    private LostRange() {}

    static LoopException report(String group, InvalidOffsetException e) {
        if (e instanceof OffsetOutOfRangeException range) {
            StringBuilder places = new StringBuilder();
            Map<TopicPartition, Long> offsets = range.offsetOutOfRangePartitions();
            offsets.forEach((partition, offset) -> places.append(places.isEmpty() ? "" : ", ")
                    .append("topic ")
                    .append(partition.topic())
                    .append(" partition ")
                    .append(partition.partition())
                    .append(" offset ")
                    .append(offset));
            return new LoopException(
                    "group " + group + " was to go on at " + places + ", which the broker does not hold (any more):"
                            + " records may be lost. To go on at the oldest record that is left, run"
                            + " ./emotionstream topics --skip-lost",
                    e);
        }
        return new LoopException(
                "group " + group + " has no committed offset for " + new TreeMap<>(byName(e)).values()
                        + ": nobody has committed where it begins, or its offsets have expired: run"
                        + " ./emotionstream topics",
                e);
    }

    private static Map<String, String> byName(InvalidOffsetException e) {
        Map<String, String> names = new TreeMap<>();
        e.partitions()
                .forEach(partition -> names.put(
                        partition.toString(), "topic " + partition.topic() + " partition " + partition.partition()));
        return names;
    }
}
