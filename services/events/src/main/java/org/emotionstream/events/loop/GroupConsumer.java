package org.emotionstream.events.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The member of the consumer group: hands out one batch at a time, and keeps its place in the group while
 * the loop works on it. Used by the thread of the loop alone.
 */
final class GroupConsumer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(GroupConsumer.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final Stage stage;
    private final BrokerContact contact;
    private final Commits commits;
    private final List<ConsumerRecord<byte[], byte[]>> early = new ArrayList<>();
    private Optional<Delivery> batch = Optional.empty();

    GroupConsumer(Consumer<byte[], byte[]> consumer, Stage stage, LoopHealth health) {
        this.consumer = consumer;
        this.stage = stage;
        this.contact = new BrokerContact(consumer, health);
        this.commits = new Commits(consumer, this::keepAlive);
        consumer.subscribe(List.of(stage.input()), new Partitions());
    }

    /** The next records, in the order of their partitions; empty when none came for a while. */
    List<ConsumerRecord<byte[], byte[]>> poll() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(early);
        early.clear();
        poll(records.isEmpty() ? POLL : Duration.ZERO, records);
        return records;
    }

    /** From here to {@link #end}, {@link #keepAlive} fetches nothing, and a rebalance commits what this batch has reached. */
    void begin(Delivery delivery) {
        batch = Optional.of(delivery);
    }

    /** Keeps the place in the group. */
    void keepAlive() {
        consumer.pause(consumer.assignment());
        poll(Duration.ZERO, early);
    }

    /** Commits what the batch has reached; {@code giveUp} is asked whenever the brokers do not answer. */
    void end(Commits.GiveUp giveUp) {
        Delivery delivery = batch.orElseThrow();
        commits.commit(delivery::answered, giveUp);
        batch = Optional.empty();
        consumer.resume(consumer.paused());
    }

    private void poll(Duration wait, List<ConsumerRecord<byte[], byte[]>> into) {
        try {
            consumer.poll(wait).forEach(into::add);
        } catch (OffsetOutOfRangeException | NoOffsetForPartitionException e) {
            throw LostRange.report(stage.group(), e);
        }
        contact.report();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE));
    }

    private final class Partitions implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.infof("%s reads %s, new: %s", stage.name(), consumer.assignment(), partitions);
            if (batch.isPresent()) {
                consumer.pause(partitions);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            LOG.infof("%s gives up %s", stage.name(), partitions);
            batch.ifPresent(delivery -> commits.handOver(delivery.answered(), partitions));
            drop(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            LOG.warnf("%s has lost %s to others: what it had not committed is done again", stage.name(), partitions);
            drop(partitions);
        }

        private void drop(Collection<TopicPartition> partitions) {
            batch.ifPresent(delivery -> delivery.forget(partitions));
            early.removeIf(record -> partitions.contains(new TopicPartition(record.topic(), record.partition())));
        }
    }
}
