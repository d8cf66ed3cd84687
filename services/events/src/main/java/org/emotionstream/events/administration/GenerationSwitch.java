package org.emotionstream.events.administration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.Kafka;
import org.emotionstream.events.inspection.TopicCheck;
import org.emotionstream.events.inspection.TopicException;

/**
 * Lets another generation of the chain go on where the landmarker of this one has stopped: each raw record is taken
 * by one of the two, and by one only.
 */
public final class GenerationSwitch {
    // Longer than the session of a member that keeps its place after a restart.
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Admin admin;
    private final Topics from;
    private final Topics to;
    private final Duration patience;

    /**
     * @param admin stays the caller's to close
     * @param from the generation whose landmarker has stopped
     * @param to the one that goes on, with the same images.raw
     */
    public GenerationSwitch(Admin admin, Topics from, Topics to) {
        this(admin, from, to, PATIENCE);
    }

    /** @param patience with a landmarker that is about to leave */
    GenerationSwitch(Admin admin, Topics from, Topics to, Duration patience) {
        check(from, to);
        this.admin = admin;
        this.from = from;
        this.to = to;
        this.patience = patience;
    }

    /**
     * Returns when one can follow the other.
     *
     * @throws IllegalArgumentException when they are not two generations of one chain
     */
    public static void check(Topics from, Topics to) {
        if (!from.imagesRaw().equals(to.imagesRaw()) || from.equals(to)) {
            throw new IllegalArgumentException(from + " and " + to + " are not two generations of one chain");
        }
    }

    /**
     * The first raw record of each partition that the generation has not taken: what its landmarker has committed.
     *
     * @throws TopicException when a landmarker still runs, or has never committed
     */
    public Map<Integer, Long> stoppedAt() {
        awaitNoLandmarker(from.landmarkerGroup());
        awaitNoLandmarker(to.landmarkerGroup());
        Map<Integer, Long> positions = new TreeMap<>();
        Kafka.await(
                        "list the offsets of group " + from.landmarkerGroup(),
                        admin.listConsumerGroupOffsets(from.landmarkerGroup()).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null && partition.topic().equals(from.imagesRaw())) {
                        positions.put(partition.partition(), offset.offset());
                    }
                });
        if (positions.isEmpty()) {
            throw new TopicException("group " + from.landmarkerGroup() + " has never read " + from.imagesRaw()
                    + ": is this the generation that serves?");
        }
        return positions;
    }

    /**
     * Raises the partitions of images.raw, on which nothing is joined, where it has fewer; makes the topics and
     * start offsets of the other generation, of which the landmarker's are these positions.
     *
     * @param positions of {@link #stoppedAt}
     * @param partitions of each topic that does not exist yet
     * @return the topics that were missing
     * @throws TopicException when the broker refuses or does not answer
     */
    public List<String> begin(Map<Integer, Long> positions, int partitions, short replication) {
        int now = new TopicCheck(admin).partitions(List.of(to.imagesRaw())).get(to.imagesRaw());
        if (now < partitions) {
            Kafka.await(
                    "raise the partitions of " + to.imagesRaw(),
                    admin.createPartitions(Map.of(to.imagesRaw(), NewPartitions.increaseTo(partitions)))
                            .all());
        }
        // A partition that is new begins with its first record, whenever a camera finds it.
        Map<TopicPartition, OffsetAndMetadata> offsets = IntStream.range(0, Math.max(now, partitions))
                .boxed()
                .collect(Collectors.toMap(
                        number -> new TopicPartition(to.imagesRaw(), number),
                        number -> new OffsetAndMetadata(positions.getOrDefault(number, 0L))));
        for (String group : List.of(to.landmarkerGroup(), to.landmarkerStartGroup())) {
            Kafka.awaitEmpty(
                    "let group " + group + " begin where the other one stopped",
                    () -> admin.alterConsumerGroupOffsets(group, offsets).all());
        }
        return new TopicAdministrator(admin, to, partitions, replication)
                .prepare()
                .created();
    }

    private void awaitNoLandmarker(String group) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (members(group) > 0) {
            if (System.nanoTime() > deadline) {
                throw new TopicException("a landmarker still runs in group " + group
                        + ": stop all of them first, so that what they take has an end");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private int members(String group) {
        try {
            ConsumerGroupDescription found = Kafka.await(
                    "describe group " + group,
                    admin.describeConsumerGroups(List.of(group))
                            .describedGroups()
                            .get(group));
            return found.members().size();
        } catch (TopicException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }
}
