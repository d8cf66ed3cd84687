package org.emotionstream.events.loop;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/** Commits offsets through rebalances and while brokers are away. */
final class Commits {
    private static final Logger LOG = Logger.getLogger(Commits.class);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final Runnable keepAlive;

    /**
     * @param keepAlive takes part in a rebalance
     */
    Commits(Consumer<byte[], byte[]> consumer, Runnable keepAlive) {
        this.consumer = consumer;
        this.keepAlive = keepAlive;
    }

    /** Whether to give up what cannot be committed because the brokers do not answer. */
    @FunctionalInterface
    interface GiveUp {
        boolean now();
    }

    /**
     * Commits, as long as it takes.
     *
     * @param giveUp asked after each attempt that failed
     * @param offsets asked again before each attempt, for a rebalance may have taken partitions away
     */
    void commit(Supplier<Map<TopicPartition, OffsetAndMetadata>> offsets, GiveUp giveUp) {
        while (true) {
            Map<TopicPartition, OffsetAndMetadata> now = offsets.get();
            if (now.isEmpty()) {
                return;
            }
            try {
                consumer.commitSync(now, ATTEMPT);
                return;
            } catch (CommitFailedException e) {
                // The group went on without this member; the next poll joins it again, at what is committed.
                LOG.warnf("cannot commit %s, it is done again: %s", now, e.getMessage());
                return;
            } catch (RebalanceInProgressException | RetriableException e) {
                keepAlive.run();
                if (giveUp.now()) {
                    LOG.warnf("stops without committing %s, it is done again: %s", now, e.getMessage());
                    return;
                }
            }
        }
    }

    /** Commits once what these partitions have reached, so that who gets them repeats less. */
    void handOver(Map<TopicPartition, OffsetAndMetadata> offsets, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> leaving = new HashMap<>(offsets);
        leaving.keySet().retainAll(partitions);
        if (leaving.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(leaving, ATTEMPT);
        } catch (CommitFailedException | RetriableException e) {
            LOG.warnf("cannot commit %s before handing over, it is done again: %s", leaving, e.getMessage());
        }
    }
}
