package org.emotionstream.cli.records;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.TimeoutException;
import org.emotionstream.cli.broker.BrokerCheck;
import org.emotionstream.cli.broker.BrokerWatch;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.ChainConfiguration;

/**
 * Reads parts of topics, read-committed, one partition after the other and each in its order: however large
 * records are, those of one fetch are in memory. For one thread.
 *
 * @param <V> what is made of each value
 */
public final class CommittedReader<V> implements AutoCloseable {
    private static final Duration A_MOMENT = Duration.ofMillis(500);
    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(30);

    private final Consumer<byte[], V> consumer;
    private final java.util.function.Consumer<String> progress;
    private final String bootstrapServers;
    private final BrokerWatch watch;

    /** Reads with this consumer, which it closes; what it waits for goes to {@code progress}. */
    public CommittedReader(
            Consumer<byte[], V> consumer,
            ChainConfiguration configuration,
            java.util.function.Consumer<String> progress) {
        this.consumer = consumer;
        this.progress = progress;
        this.bootstrapServers = configuration.bootstrapServers();
        this.watch = new BrokerWatch(configuration);
    }

    /** Told of each record. */
    @FunctionalInterface
    public interface Handler<V> {
        /** One record. */
        void record(ConsumerRecord<byte[], V> record);
    }

    /** Offsets by partition, in order. */
    private static Map<TopicPartition, Long> sorted(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, Long> sorted = new TreeMap<>(
                java.util.Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
        sorted.putAll(offsets);
        return sorted;
    }

    /**
     * The partitions of this topic.
     *
     * @throws CommandException when there is no such topic
     */
    public List<TopicPartition> partitions(String topic) {
        var found = patiently(() -> consumer.partitionsFor(topic));
        if (found == null || found.isEmpty()) {
            throw BrokerCheck.noTopic(topic, bootstrapServers);
        }
        return found.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** The first offset that is still there, of each partition. */
    public Map<TopicPartition, Long> beginnings(String topic) {
        List<TopicPartition> partitions = partitions(topic);
        return sorted(patiently(() -> consumer.beginningOffsets(partitions)));
    }

    /** The offset after the last one that is committed, of each partition. */
    public Map<TopicPartition, Long> ends(Collection<String> topics) {
        List<TopicPartition> partitions =
                topics.stream().flatMap(topic -> partitions(topic).stream()).toList();
        return sorted(patiently(() -> consumer.endOffsets(partitions)));
    }

    /** The offset of the first record that the broker took at this time or later; where there is none, the end. */
    public Map<TopicPartition, Long> since(String topic, Instant time) {
        List<TopicPartition> partitions = partitions(topic);
        Map<TopicPartition, Long> offsets = new HashMap<>(patiently(() -> consumer.endOffsets(partitions)));
        Map<TopicPartition, Long> asked =
                partitions.stream().collect(Collectors.toMap(p -> p, p -> Math.max(0, time.toEpochMilli())));
        patiently(() -> consumer.offsetsForTimes(asked)).forEach((partition, found) -> Optional.ofNullable(found)
                .map(OffsetAndTimestamp::offset)
                .ifPresent(offset -> offsets.put(partition, offset)));
        return sorted(offsets);
    }

    /**
     * From when on a topic has everything: the epoch where nothing is gone yet, else when the broker took the
     * oldest record that is left (by the partition with the youngest one), and now where none is left.
     */
    public Instant keptSince(String topic, Instant now) {
        Instant kept = Instant.EPOCH;
        Map<TopicPartition, Long> ends = ends(List.of(topic));
        for (Map.Entry<TopicPartition, Long> first : beginnings(topic).entrySet()) {
            if (first.getValue() > 0) {
                Instant oldest = first(first.getKey(), first.getValue(), ends.get(first.getKey()))
                        .map(record -> Instant.ofEpochMilli(record.timestamp()))
                        .orElse(now);
                kept = oldest.isAfter(kept) ? oldest : kept;
            }
        }
        return kept;
    }

    private Optional<ConsumerRecord<byte[], V>> first(TopicPartition partition, long from, long to) {
        seek(partition, from);
        Movement movement = new Movement(partition, from);
        while (movement.position() < to) {
            for (ConsumerRecord<byte[], V> record : consumer.poll(A_MOMENT)) {
                return Optional.of(record);
            }
            movement.look();
        }
        return Optional.empty();
    }

    /**
     * Reads each partition of {@code from} up to its offset in {@code to}, which is not read any more.
     *
     * @throws CommandException when nothing comes any more before that
     */
    public void read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, Handler<V> handler) {
        long nextProgress = System.nanoTime() + BETWEEN_PROGRESS.toNanos();
        for (Map.Entry<TopicPartition, Long> start : sorted(from).entrySet()) {
            TopicPartition partition = start.getKey();
            long end = to.getOrDefault(partition, 0L);
            if (start.getValue() >= end) {
                continue;
            }
            seek(partition, start.getValue());
            Movement movement = new Movement(partition, start.getValue());
            while (movement.position() < end) {
                for (ConsumerRecord<byte[], V> record : consumer.poll(A_MOMENT)) {
                    if (record.offset() < end) {
                        handler.record(record);
                    }
                }
                movement.look();
                if (System.nanoTime() > nextProgress) {
                    progress.accept("reading " + partition + ", " + movement.position() + " of " + end);
                    nextProgress = System.nanoTime() + BETWEEN_PROGRESS.toNanos();
                }
            }
        }
    }

    /**
     * Reads a part of one partition, and goes on behind each offset whose record cannot be fetched or unpacked.
     *
     * @param unreadable told of each such offset
     * @throws CommandException when nothing comes any more before the end
     */
    public void readWhatCanBe(
            TopicPartition partition, long from, long to, Handler<V> handler, LongConsumer unreadable) {
        long next = from;
        while (next < to) {
            try {
                read(Map.of(partition, next), Map.of(partition, to), handler);
                return;
            } catch (ApiException | CommandException e) {
                throw e;
            } catch (KafkaException | IllegalArgumentException e) {
                long offset = consumer.position(partition);
                if (offset < to) {
                    unreadable.accept(offset);
                }
                next = offset + 1;
            }
        }
    }

    private void seek(TopicPartition partition, long offset) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
    }

    /** Asks once more while the broker is there: one that is busy is late, one that is gone is told within seconds. */
    private <T> T patiently(Supplier<T> question) {
        long begun = System.nanoTime();
        watch.heard();
        while (true) {
            try {
                T answer = question.get();
                watch.heard();
                return answer;
            } catch (TimeoutException e) {
                watch.requireThere();
                if (System.nanoTime() - begun > ANSWER_PATIENCE.toNanos()) {
                    throw e;
                }
            }
        }
    }

    /** How far a partition is read, and whether the broker still gives. */
    private final class Movement {
        private final TopicPartition partition;
        private long position;
        private long lastMove = System.nanoTime();

        Movement(TopicPartition partition, long from) {
            this.partition = partition;
            this.position = from;
            watch.heard();
        }

        long position() {
            return position;
        }

        private long reached() {
            try {
                return consumer.position(partition);
            } catch (TimeoutException e) {
                // Retention has taken where we were, and the broker does not tell where to go on: it has not moved.
                return position;
            }
        }

        void look() {
            long now = System.nanoTime();
            long reached = reached();
            if (reached > position) {
                position = reached;
                lastMove = now;
                watch.heard();
                return;
            }
            watch.requireThere();
            if (now - lastMove > PATIENCE.toNanos()) {
                throw new CommandException(
                        ExitCodes.SERVICE,
                        "the broker at " + bootstrapServers + " has returned no record of " + partition
                                + " from offset " + position + " on for " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
