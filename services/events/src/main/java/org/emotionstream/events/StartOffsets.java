package org.emotionstream.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Where each group of the chain begins: at the earliest record of each partition that it has not committed
 * yet. What a group has committed stays.
 */
final class StartOffsets {
    private final Admin admin;
    private final Topics topics;
    private final Map<String, Integer> partitions;

    /**
     * @param partitions how many each topic has
     */
    StartOffsets(Admin admin, Topics topics, Map<String, Integer> partitions) {
        this.admin = admin;
        this.topics = topics;
        this.partitions = partitions;
    }

    /** How many pairs of group and partition got an offset. */
    int commitMissing() {
        return topics.inputsByGroup().entrySet().stream()
                .mapToInt(group -> commitMissing(group.getKey(), group.getValue()))
                .sum();
    }

    private int commitMissing(String group, List<String> inputs) {
        var committed = Kafka.await(
                "list the offsets of group " + group,
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        List<TopicPartition> missing = inputs.stream()
                .flatMap(this::partitionsOf)
                .filter(partition -> committed.get(partition) == null)
                .toList();
        if (!missing.isEmpty()) {
            var earliest = offsets(missing, OffsetSpec.earliest());
            Kafka.awaitEmpty(
                    "commit the start offsets of group " + group
                            + ", which only works while none of its members runs, on " + missing,
                    () -> admin.alterConsumerGroupOffsets(group, earliest).all());
        }
        return missing.size();
    }

    /** What of its inputs the brokers do not hold any more, each group leaves out: a line for each of these partitions. */
    List<String> skipLost() {
        return topics.inputsByGroup().entrySet().stream()
                .flatMap(group -> skipLost(group.getKey(), group.getValue()).stream())
                .toList();
    }

    private List<String> skipLost(String group, List<String> inputs) {
        var committed = Kafka.await(
                "list the offsets of group " + group,
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        List<TopicPartition> known = inputs.stream()
                .flatMap(this::partitionsOf)
                .filter(partition -> committed.get(partition) != null)
                .toList();
        var earliest = offsets(known, OffsetSpec.earliest());
        var latest = offsets(known, OffsetSpec.latest());
        Map<TopicPartition, OffsetAndMetadata> changes =
                new TreeMap<>(java.util.Comparator.comparing(TopicPartition::toString));
        for (TopicPartition partition : known) {
            long at = committed.get(partition).offset();
            if (at < earliest.get(partition).offset()
                    || at > latest.get(partition).offset()) {
                changes.put(partition, earliest.get(partition));
            }
        }
        if (!changes.isEmpty()) {
            Kafka.awaitEmpty(
                    "set the offsets of group " + group + ", which only works while none of its members runs",
                    () -> admin.alterConsumerGroupOffsets(group, changes).all());
        }
        return changes.entrySet().stream()
                .map(change -> "group " + group + " goes on at " + change.getKey() + " offset "
                        + change.getValue().offset() + " instead of "
                        + committed.get(change.getKey()).offset()
                        + ": what lay before is not there any more")
                .toList();
    }

    /** Whatever the group has committed, it begins with what comes from now on. */
    void commitEnd(String group, String topic) {
        var latest = offsets(partitionsOf(topic).toList(), OffsetSpec.latest());
        Kafka.awaitEmpty(
                "let group " + group + " begin at the end of " + topic + ", which only works while none of its members"
                        + " runs",
                () -> admin.alterConsumerGroupOffsets(group, latest).all());
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(List<TopicPartition> missing, OffsetSpec where) {
        var query = missing.stream().collect(Collectors.toMap(p -> p, p -> where));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                Kafka.awaitKnown("find where partitions begin or end", () -> admin.listOffsets(query)
                        .all());
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        found.forEach((partition, info) -> offsets.put(partition, new OffsetAndMetadata(info.offset())));
        return offsets;
    }

    private Stream<TopicPartition> partitionsOf(String topic) {
        return IntStream.range(0, partitions.get(topic)).mapToObj(number -> new TopicPartition(topic, number));
    }
}
