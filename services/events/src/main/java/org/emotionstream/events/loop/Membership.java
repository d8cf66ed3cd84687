package org.emotionstream.events.loop;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** A member of the consumer group: commits, and hands over when partitions move. Used by the thread of the loop alone. */
final class Membership {
    private static final Logger LOG = Logger.getLogger(Membership.class);

    private final Consumer<byte[], byte[]> consumer;
    private final Stage stage;
    private final InHand hand;
    private final HeldBack heldBack;
    private final TakenOffsets taken;
    private final LoopMetrics metrics;
    private final Commits commits;

    /** Joins the group, at the next poll of this consumer. */
    Membership(
            Consumer<byte[], byte[]> consumer,
            Stage stage,
            InHand hand,
            HeldBack heldBack,
            TakenOffsets taken,
            LoopMetrics metrics) {
        this.consumer = consumer;
        this.stage = stage;
        this.hand = hand;
        this.heldBack = heldBack;
        this.taken = taken;
        this.metrics = metrics;
        this.commits = new Commits(consumer);
        consumer.subscribe(List.of(stage.input()), new Partitions());
    }

    /** Commits what is answered, where the group and the brokers take it now; else it stays in hand. */
    void commit() {
        if (commit(hand.answeredOffsets())) {
            hand.committed();
        }
    }

    private boolean commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        boolean committed = commits.commit(offsets);
        if (committed) {
            metrics.committed(hand.answered(offsets.keySet()));
        }
        return committed;
    }

    private final class Partitions implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.infof("%s reads %s, new: %s", stage.name(), consumer.assignment(), partitions);
        }

        /** Commits once, so that who gets them repeats less. */
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            LOG.infof("%s gives up %s", stage.name(), partitions);
            Map<TopicPartition, OffsetAndMetadata> leaving = hand.answeredOffsets();
            leaving.keySet().retainAll(partitions);
            if (!leaving.isEmpty() && !commit(leaving)) {
                LOG.warnf("cannot commit %s before handing over, it is done again", leaving);
            }
            forget(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            LOG.warnf("%s has lost %s to others: what it had not committed is done again", stage.name(), partitions);
            forget(partitions);
        }

        private void forget(Collection<TopicPartition> partitions) {
            hand.forget(partitions);
            heldBack.forget(partitions);
            taken.forget(partitions);
        }
    }
}
