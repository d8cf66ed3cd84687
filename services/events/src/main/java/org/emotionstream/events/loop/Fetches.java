package org.emotionstream.events.loop;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Fetches records of the partitions that have room in hand, and holds back those that cannot be read. Used by the
 * thread of the loop alone.
 */
final class Fetches {
    // What was fetched and cannot be read is there at once; what brokers refuse to give, after a fetch that waits
    // there.
    private static final List<Duration> ALONE =
            List.of(Duration.ZERO, Duration.ofMillis(LoopClients.FETCH_WAIT_MILLIS + 100));

    private static final Logger LOG = Logger.getLogger(Fetches.class);

    private final Consumer<byte[], byte[]> consumer;
    private final Polls polls;
    private final String group;
    private final InHand hand;
    private final HeldBack heldBack;
    private final TakenOffsets taken;
    private long unexplainedSince;

    Fetches(
            Consumer<byte[], byte[]> consumer,
            Polls polls,
            String group,
            InHand hand,
            HeldBack heldBack,
            TakenOffsets taken) {
        this.consumer = consumer;
        this.polls = polls;
        this.group = group;
        this.hand = hand;
        this.heldBack = heldBack;
        this.taken = taken;
    }

    /**
     * Takes in hand what comes of the partitions that have room there.
     *
     * @param wait for them, at most
     */
    void next(Duration wait) {
        heldBack.due().forEach(this::tryAgain);
        Load all = hand.load();
        List<TopicPartition> wanted = consumer.assignment().stream()
                .filter(partition -> hand.hasRoom(partition, all) && !heldBack.holds(partition))
                .toList();
        only(wanted);
        try {
            take(() -> polls.poll(wait));
            unexplainedSince = 0;
        } catch (RuntimeException e) {
            holdBackCauseOf(e, wanted);
        }
    }

    /** Takes nothing: keeps the place in the group. */
    void none(Duration wait) {
        only(Set.of());
        take(() -> polls.poll(wait));
    }

    private void take(Supplier<ConsumerRecords<byte[], byte[]>> poll) {
        try {
            ConsumerRecords<byte[], byte[]> records = poll.get();
            records.partitions().forEach(heldBack::read);
            records.forEach(hand::take);
            taken.taken(records);
        } catch (OffsetOutOfRangeException e) {
            if (!isHeldBackAlone(e.offsetOutOfRangePartitions())) {
                throw LostRange.report(group, e);
            }
            e.offsetOutOfRangePartitions().forEach((partition, offset) -> {
                heldBack.deleted(partition, e);
                passOver(partition, offset);
            });
        } catch (NoOffsetForPartitionException e) {
            throw LostRange.report(group, e);
        }
    }

    /**
     * Whether the brokers have deleted nothing of these partitions but the one record each that they are held back for,
     * which would be passed over anyway. Where a batch ends that cannot be read, a consumer does not say: what was deleted
     * behind its first record may have been whole.
     */
    private boolean isHeldBackAlone(Map<TopicPartition, Long> gone) {
        if (!gone.entrySet().stream().allMatch(lost -> heldBack.holdsAt(lost.getKey(), lost.getValue()))) {
            return false;
        }
        Map<TopicPartition, Long> first = consumer.beginningOffsets(gone.keySet());
        return gone.entrySet().stream().allMatch(lost -> first.get(lost.getKey()) == lost.getValue() + 1);
    }

    private void passOver(TopicPartition partition, long offset) {
        consumer.seek(partition, offset + 1);
        hand.passOver(partition, offset);
        taken.passedOver(partition, offset);
    }

    private void only(Collection<TopicPartition> partitions) {
        consumer.pause(consumer.assignment());
        consumer.resume(partitions);
    }

    /** A failure does not name its partition, so each is polled alone until one fails again. */
    private void holdBackCauseOf(RuntimeException failure, List<TopicPartition> polled) {
        if (!mayBeOfABatch(failure)) {
            throw failure;
        }
        taken.restore(consumer);
        none(Duration.ZERO); // what fails again now is no matter of a partition
        List<TopicPartition> suspectsFirst = polled.stream()
                .sorted(Comparator.comparing(heldBack::suspects).reversed())
                .toList();
        for (Duration wait : ALONE) {
            for (TopicPartition partition : suspectsFirst) {
                if (isUnreadable(partition, wait, failure)) {
                    return;
                }
            }
        }
        // A response that was slow, or damaged on its way: the next poll fetches again.
        LOG.warnf("group %s could not read what it fetched, and fetches again: %s", group, failure);
        unexplainedSince = unexplainedSince == 0 ? System.nanoTime() : unexplainedSince;
        if (System.nanoTime() - unexplainedSince > LoopClients.PATIENCE.toNanos()) {
            throw failure;
        }
    }

    private static boolean mayBeOfABatch(RuntimeException failure) {
        return failure instanceof CorruptRecordException
                || !(failure instanceof ApiException
                        || failure instanceof InterruptException
                        || failure instanceof LoopException
                        || failure.getCause() instanceof LoopException);
    }

    /**
     * Polls this partition alone; where that fails, it is held back, or its next record passed over.
     *
     * @param known how it failed: asked again, a consumer may have forgotten why
     */
    private boolean isUnreadable(TopicPartition partition, Duration wait, RuntimeException known) {
        if (!consumer.assignment().contains(partition)) {
            return false; // was revoked meanwhile
        }
        only(Set.of(partition));
        try {
            take(() -> polls.pollUndisturbed(wait));
            return false;
        } catch (RuntimeException e) {
            if (!mayBeOfABatch(e)) {
                throw e;
            }
            taken.restore(consumer);
            long offset = consumer.position(partition);
            if (heldBack.failed(partition, offset, known)) {
                passOver(partition, offset);
            }
            return true;
        }
    }

    /** Lets it be fetched anew: the consumer keeps what it has fetched until it is asked for another offset. */
    private void tryAgain(TopicPartition partition) {
        long offset = consumer.position(partition);
        consumer.seekToEnd(Set.of(partition));
        only(Set.of(partition));
        polls.pollUndisturbed(Duration.ZERO); // nothing is taken: what came would be of this partition, and comes again
        if (consumer.assignment().contains(partition)) {
            consumer.seek(partition, offset);
            heldBack.tries(partition);
        }
    }
}
