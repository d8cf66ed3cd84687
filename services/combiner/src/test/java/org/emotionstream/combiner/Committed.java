package org.emotionstream.combiner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.LedgerEntry;

/** An independent read-committed consumer of one topic, from offset 0. */
final class Committed<T extends SpecificRecordBase> implements AutoCloseable {
    private final AvroMessages<T> messages;
    private final List<T> seen = new ArrayList<>();
    private final KafkaConsumer<String, byte[]> consumer;

    private Committed(String bootstrapServers, Class<T> type, String topic) {
        messages = new AvroMessages<>(type);
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    static Committed<ImageEmotions> answers(TestBroker broker) {
        return answers(broker.bootstrapServers(), broker.topics());
    }

    static Committed<ImageEmotions> answers(String bootstrapServers, Topics topics) {
        return new Committed<>(bootstrapServers, ImageEmotions.class, topics.emotionsFinal());
    }

    static Committed<ImageEmotions> amendments(TestBroker broker) {
        return new Committed<>(
                broker.bootstrapServers(), ImageEmotions.class, broker.topics().emotionsAmended());
    }

    static Committed<LedgerEntry> ledger(TestBroker broker) {
        return new Committed<>(
                broker.bootstrapServers(), LedgerEntry.class, broker.topics().imagesLedger());
    }

    /** Every message until there are this many, or three minutes have passed. */
    List<T> await(int count) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (seen.size() < count && System.nanoTime() < end) {
            poll(Duration.ofMillis(100));
        }
        return List.copyOf(seen);
    }

    /** Every message up to where the topic ends now. */
    List<T> all() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(Duration.ofMillis(100));
        }
        return List.copyOf(seen);
    }

    private void poll(Duration atMost) {
        consumer.poll(atMost).forEach(record -> seen.add(messages.read(record.value())));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
