package org.emotionstream.combiner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.emotionstream.events.AvroMessages;
import org.emotionstream.events.Topics;
import org.emotionstream.schemas.ImageEmotions;

/** An independent read-committed consumer of the answers, from offset 0. */
final class Answers implements AutoCloseable {
    private final AvroMessages<ImageEmotions> messages = new AvroMessages<>(ImageEmotions.class);
    private final List<ImageEmotions> seen = new ArrayList<>();
    private final KafkaConsumer<String, byte[]> consumer;

    Answers(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        String topic = new Topics("").emotionsFinal();
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Every answer until there are this many, or three minutes have passed. */
    List<ImageEmotions> await(int count) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (seen.size() < count && System.nanoTime() < end) {
            poll(Duration.ofMillis(100));
        }
        return List.copyOf(seen);
    }

    /** Every answer up to where the topic ends now. */
    List<ImageEmotions> all() {
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
