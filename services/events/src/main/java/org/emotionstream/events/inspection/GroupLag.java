package org.emotionstream.events.inspection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What a group has not committed yet of the topics that it reads. Asks the broker alone, so it is right for a
 * group whose members are all dead, too, and says the same whoever asks.
 */
public final class GroupLag {
    private final Admin admin;
    private final String group;
    private final List<String> topics;

    /**
     * @param admin stays the caller's to close
     * @param topics that the group reads
     */
    public GroupLag(Admin admin, String group, List<String> topics) {
        this.admin = admin;
        this.group = group;
        this.topics = List.copyOf(topics);
    }

    /**
     * The unread records of one partition.
     *
     * @param first offset that is not committed
     * @param end the offset after the last record; not before the first
     */
    public record Unread(long first, long end) {
        /** How many records lie there. */
        public long records() {
            return end - first;
        }
    }

    /** The topics that the group reads. */
    public List<String> topics() {
        return topics;
    }

    /**
     * Every partition of the topics.
     *
     * @throws TopicException when the broker does not answer or refuses
     */
    public Map<TopicPartition, Unread> unread() {
        List<TopicPartition> partitions = partitions();
        Map<TopicPartition, OffsetAndMetadata> committed = Kafka.await(
                "list the offsets of group " + group,
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        var ends = Kafka.await(
                "list the ends of " + topics,
                admin.listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
                        .all());
        Map<TopicPartition, Unread> unread = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata next = committed.get(partition);
            // What was committed since the ends were asked for is no less than nothing.
            long first = Math.min(next == null ? 0 : next.offset(), end.offset());
            unread.put(partition, new Unread(first, end.offset()));
        });
        return unread;
    }

    /** The unread records of each topic. */
    public static Map<String, Long> byTopic(Map<TopicPartition, Unread> unread) {
        return unread.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().topic(),
                        Collectors.summingLong(entry -> entry.getValue().records())));
    }

    private List<TopicPartition> partitions() {
        return Kafka.await(
                        "describe the topics of " + group,
                        admin.describeTopics(topics).allTopicNames())
                .values()
                .stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions().size())
                        .mapToObj(number -> new TopicPartition(topic.name(), number)))
                .toList();
    }
}
