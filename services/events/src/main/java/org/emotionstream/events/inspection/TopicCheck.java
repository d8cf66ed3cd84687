package org.emotionstream.events.inspection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** Asks a broker whether it is ready for a service: are the topics there, does the group know where to begin. */
public final class TopicCheck {
    private final Admin admin;

    /**
     * @param admin stays the caller's to close
     */
    public TopicCheck(Admin admin) {
        this.admin = admin;
    }

    /**
     * Which of these topics do not exist.
     *
     * @throws TopicException when the broker does not answer
     */
    public List<String> missing(Collection<String> topics) {
        var existing = Kafka.await("list topics", admin.listTopics().names());
        return topics.stream().filter(topic -> !existing.contains(topic)).toList();
    }

    /**
     * How many partitions each of these topics has, which exist.
     *
     * @throws TopicException when the broker does not answer
     */
    public Map<String, Integer> partitions(Collection<String> topics) {
        Map<String, Integer> partitions = new TreeMap<>();
        Kafka.awaitKnown("describe topics", () -> admin.describeTopics(topics).allTopicNames())
                .forEach(
                        (name, topic) -> partitions.put(name, topic.partitions().size()));
        return partitions;
    }

    /**
     * The partitions of this topic, which exists, for which this group has not committed any offset.
     *
     * @throws TopicException when the broker does not answer
     */
    public List<TopicPartition> withoutOffset(String group, String topic) {
        int partitions = Kafka.awaitKnown("describe topic " + topic, () -> admin.describeTopics(List.of(topic))
                        .allTopicNames())
                .get(topic)
                .partitions()
                .size();
        var committed = Kafka.await(
                "list the offsets of group " + group,
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return IntStream.range(0, partitions)
                .mapToObj(number -> new TopicPartition(topic, number))
                .filter(partition -> committed.get(partition) == null)
                .toList();
    }
}
