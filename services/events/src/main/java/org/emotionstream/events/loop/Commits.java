package org.emotionstream.events.loop;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/** Commits offsets, once: what cannot be committed while the group rebalances or brokers are away stays in hand. */
final class Commits {
    private static final Logger LOG = Logger.getLogger(Commits.class);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;

    Commits(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Whether these offsets are committed; if not, a poll is due before the next attempt. */
    boolean commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        while (true) {
            try {
                consumer.commitSync(offsets, ATTEMPT);
                return true;
            } catch (WakeupException e) {
                continue; // was meant for a poll that had ended by itself
            } catch (CommitFailedException e) {
                // The group went on without this member; the next poll joins it again, at what is committed.
                LOG.warnf("cannot commit %s, it is done again: %s", offsets, e.getMessage());
                return false;
            } catch (RebalanceInProgressException | RetriableException e) {
                LOG.debugf("cannot commit %s yet: %s", offsets, e.getMessage());
                return false;
            }
        }
    }
}
