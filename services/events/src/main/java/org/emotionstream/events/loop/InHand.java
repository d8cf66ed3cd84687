package org.emotionstream.events.loop;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * All records that the loop has taken and not committed. It says of which partitions there is room for more, and when
 * offsets are to be committed. Used by the thread of the loop alone.
 */
final class InHand {
    /** What is answered is committed this long after the last commit. */
    static final Duration COMMIT_AFTER = Duration.ofMillis(500);

    private static final Duration SHORTEST_ROUND = Duration.ofMillis(5);

    private final Stage stage;
    private final Room room;
    private final Function<ConsumerRecord<byte[], byte[]>, CompletableFuture<StepOutcome>> work;
    private final Delivery delivery;
    private final Map<TopicPartition, PartitionInHand> partitions = new HashMap<>();
    private final LongSupplier nanos;
    private final Pace pace;
    private long lastCommit;

    /**
     * @param work begins with a record
     * @param nanos the time, as {@link System#nanoTime()} gives it
     */
    InHand(
            Stage stage,
            Room room,
            Function<ConsumerRecord<byte[], byte[]>, CompletableFuture<StepOutcome>> work,
            Delivery delivery,
            LongSupplier nanos) {
        this.stage = stage;
        this.room = room;
        this.work = work;
        this.delivery = delivery;
        this.nanos = nanos;
        this.pace = new Pace(stage.gathering(), nanos.getAsLong());
        this.lastCommit = nanos.getAsLong() - COMMIT_AFTER.toNanos();
    }

    /** Begins with this record. */
    void take(ConsumerRecord<byte[], byte[]> record) {
        of(record).add(record, work.apply(record));
    }

    /** Passes over an offset: nothing is produced for it, and it is committed when all before it is. */
    void passOver(TopicPartition partition, long offset) {
        var nothing = new ConsumerRecord<byte[], byte[]>(partition.topic(), partition.partition(), offset, null, null);
        of(nothing).add(nothing, CompletableFuture.completedFuture(new StepOutcome.Answered(List.of())));
    }

    private PartitionInHand of(ConsumerRecord<byte[], byte[]> record) {
        return partitions.computeIfAbsent(
                new TopicPartition(record.topic(), record.partition()),
                partition -> new PartitionInHand(stage.name(), delivery));
    }

    /**
     * Whether more of this partition is to be fetched.
     *
     * @param all {@link #load()}
     */
    boolean hasRoom(TopicPartition partition, Load all) {
        PartitionInHand known = partitions.get(partition);
        return room.isLeft(known == null ? Load.NONE : known.load(), all);
    }

    /** How much is in hand of all partitions. */
    Load load() {
        return partitions.values().stream().map(PartitionInHand::load).reduce(Load.NONE, Load::plus);
    }

    boolean isEmpty() {
        return partitions.isEmpty();
    }

    /**
     * Sends the results that are there, when it is {@linkplain Pace time} to, each partition's in the order of its
     * records, and notices what the brokers have.
     *
     * @param atOnce whatever the time
     */
    void deliver(boolean atOnce) {
        long now = nanos.getAsLong();
        noteResults(now);
        if (atOnce || pace.isDue(now, atWork())) {
            int sent =
                    partitions.values().stream().mapToInt(PartitionInHand::send).sum();
            if (sent > 0) {
                pace.sent(now);
            }
        }
        acknowledge();
    }

    /** Whether there is a result that can be sent. */
    boolean isResultThere() {
        return partitions.values().stream().anyMatch(PartitionInHand::isResultThere);
    }

    /**
     * How long the loop has nothing to do, unless records come, nothing is at work any more, or the first result is
     * there.
     *
     * @param most at most so long
     */
    Duration untilDue(Duration most) {
        if (isEmpty()) {
            return most;
        }
        long now = nanos.getAsLong();
        long wait = most.toNanos();
        if (noteResults(now)) {
            wait = Math.min(wait, pace.due(atWork()) - now);
        }
        if (partitions.values().stream().anyMatch(PartitionInHand::isToCommit)) {
            wait = Math.min(wait, lastCommit + COMMIT_AFTER.toNanos() - now);
        }
        return Duration.ofNanos(Math.max(wait, SHORTEST_ROUND.toNanos()));
    }

    /**
     * How long results wait for their time while nothing is at work: until then nobody needs a record at once, and a fetch
     * costs the same for one and for many.
     */
    Duration gathersFor() {
        long now = nanos.getAsLong();
        return noteResults(now) && atWork() == 0 ? Duration.ofNanos(Math.max(0, pace.due(0) - now)) : Duration.ZERO;
    }

    /** Lets the pace know since when results wait; whether there are any. */
    private boolean noteResults(long now) {
        boolean there = isResultThere();
        pace.resultThere(there, now);
        return there;
    }

    private int atWork() {
        return partitions.values().stream().mapToInt(PartitionInHand::atWork).sum();
    }

    private void acknowledge() {
        partitions.values().forEach(PartitionInHand::acknowledge);
        partitions.values().removeIf(partition -> partition.isDone() && partition.answered() == 0);
    }

    /**
     * Whether to commit now: when a batch is answered, or when the last commit is long ago. A record at work holds back the
     * later ones of its partition, and no others.
     *
     * @param last when nothing is left to wait for, too
     */
    boolean isCommitDue(boolean last) {
        int answered = answered(partitions.keySet());
        return answered >= stage.batchRecords()
                || answered > 0 && (last && isDone() || nanos.getAsLong() - lastCommit >= COMMIT_AFTER.toNanos());
    }

    /** Whether there is nothing to wait for but a commit. */
    boolean isDone() {
        return partitions.values().stream().allMatch(PartitionInHand::isDone);
    }

    /** How many records of these partitions are answered and not committed. */
    int answered(Set<TopicPartition> some) {
        return some.stream()
                .mapToInt(partition -> partitions.get(partition).answered())
                .sum();
    }

    /** The offsets to commit: of each partition, behind the last record up to which all are answered. */
    Map<TopicPartition, OffsetAndMetadata> answeredOffsets() {
        acknowledge();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        partitions.forEach((partition, records) -> {
            if (records.answered() > 0) {
                offsets.put(partition, new OffsetAndMetadata(records.next()));
            }
        });
        return offsets;
    }

    /** All offsets that were {@linkplain #answeredOffsets() answered} are committed. */
    void committed() {
        partitions.values().forEach(PartitionInHand::committed);
        partitions.values().removeIf(PartitionInHand::isDone);
        lastCommit = nanos.getAsLong();
    }

    /**
     * These partitions are somebody else's now: nothing more is begun, sent or committed for them. Should one come back,
     * it begins anew, at what is committed.
     */
    void forget(Collection<TopicPartition> revoked) {
        revoked.forEach(
                partition -> Optional.ofNullable(partitions.remove(partition)).ifPresent(PartitionInHand::cancel));
    }
}
