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
     * How many partitions each of these topics has, which exist and are joined by partition.
     *
     * @throws TopicException when they do not have the same number, naming all; or when the broker does not answer
     */
    public int samePartitions(Collection<String> topics) {
        Map<String, Integer> found = partitions(topics);
        if (found.values().stream().distinct().count() > 1) {
            throw new TopicException("the topics that are joined by partition need the same number of partitions, they"
                    + " have " + found + ": images would never be complete");
        }
        return found.values().iterator().next();
    }

    /**
     * The partitions of these topics, which exist, for which this group has not committed any offset.
     *
     * @throws TopicException when the broker does not answer
     */
    public List<TopicPartition> withoutOffset(String group, Collection<String> topics) {
        Map<String, Integer> partitions = partitions(topics);
        var committed = Kafka.await(
                "list the offsets of group " + group,
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return topics.stream()
                .flatMap(topic ->
                        IntStream.range(0, partitions.get(topic)).mapToObj(number -> new TopicPartition(topic, number)))
                .filter(partition -> committed.get(partition) == null)
                .toList();
    }
}
