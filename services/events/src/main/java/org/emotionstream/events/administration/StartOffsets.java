package org.emotionstream.events.administration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.events.administration.TopicAdministrator.BeginAt;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.Kafka;
import org.emotionstream.events.inspection.TopicException;
import org.jboss.logging.Logger;

/**
 * Where each group of the chain begins on a partition of which it has no offset: at the earliest record, when it has
 * never read there. Where it has, its offset has expired or was deleted, and a person decides. What a group has
 * committed stays.
 */
final class StartOffsets {
    private static final Logger LOG = Logger.getLogger(StartOffsets.class);

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

    /**
     * Commits an offset for each partition of which a group has none.
     *
     * @param lost where a group begins whose offset was lost; empty to refuse
     * @return how many pairs of group and partition got an offset
     * @throws TopicException when an offset was lost and nobody says where to begin; nothing was committed then
     */
    int commitMissing(Optional<BeginAt> lost) {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> starts = new LinkedHashMap<>();
        List<String> refused = new ArrayList<>();
        boolean hasRun = hasRun();
        topics.inputsByGroup().forEach((group, inputs) -> {
            Map<TopicPartition, OffsetAndMetadata> start = missing(group, inputs, hasRun, lost, refused);
            if (!start.isEmpty()) {
                starts.put(group, start);
            }
        });
        if (!refused.isEmpty()) {
            throw new TopicException("groups have no offset on partitions that were read before: "
                    + String.join("; ", refused)
                    + ". The offsets have expired (offsets.retention.minutes of the brokers) or were deleted. Nothing was"
                    + " changed. ./emotionstream topics --begin-at earliest lets these groups read again all that is"
                    + " there, --begin-at latest leaves it out");
        }
        starts.forEach((group, start) -> Kafka.awaitEmpty(
                "commit the start offsets of group " + group + ", which only works while none of its members runs, on "
                        + start.keySet(),
                () -> admin.alterConsumerGroupOffsets(group, start).all()));
        return starts.values().stream().mapToInt(Map::size).sum();
    }

    private Map<TopicPartition, OffsetAndMetadata> missing(
            String group, List<String> inputs, boolean hasRun, Optional<BeginAt> lost, List<String> refused) {
        var committed = Kafka.await(
                "list the offsets of group " + group,
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        List<TopicPartition> missing = inputs.stream()
                .flatMap(this::partitionsOf)
                .filter(partition -> committed.get(partition) == null)
                .toList();
        if (missing.isEmpty()) {
            return Map.of();
        }
        var earliest = offsets(missing, OffsetSpec.earliest());
        var latest = offsets(missing, OffsetSpec.latest());
        Map<TopicPartition, OffsetAndMetadata> starts = new HashMap<>();
        for (TopicPartition partition : missing) {
            OffsetAndMetadata first = earliest.get(partition);
            // A partition that was added: the group knows the others, and nothing of this one is gone.
            boolean isNew = first.offset() == 0
                    && committed.entrySet().stream()
                            .anyMatch(known -> known.getValue() != null
                                    && known.getKey().topic().equals(partition.topic()));
            if (isNew || latest.get(partition).offset() == 0 || !hasRun) {
                starts.put(partition, first);
            } else if (lost.isPresent()) {
                starts.put(partition, lost.get() == BeginAt.EARLIEST ? first : latest.get(partition));
                LOG.warnf("group %s has lost its offset on %s and begins at the %s", group, partition, lost.get());
            } else {
                refused.add(group + " on " + partition + ", which holds offsets " + first.offset() + " to "
                        + latest.get(partition).offset());
            }
        }
        return starts;
    }

    /** Whether the chain has taken a picture before; cameras may fill images.raw before its first start. */
    private boolean hasRun() {
        return offsets(partitionsOf(topics.imagesTaken()).toList(), OffsetSpec.latest()).values().stream()
                .anyMatch(end -> end.offset() > 0);
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
