package org.emotionstream.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.schemas.ImageEmotions;

/** An independent reader: read-committed, no group, from the first offset. */
final class Answers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final AvroMessages<ImageEmotions> messages = new AvroMessages<>(ImageEmotions.class);
    private final KafkaConsumer<byte[], byte[]> consumer;

    Answers(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * All answers for ids with this prefix, once there are so many of them and, for a second more, no others.
     *
     * @return the answers by image id; more than one for an id where it was answered more than once
     */
    Map<String, List<ImageEmotions>> finals(String idPrefix, int expected) {
        List<ImageEmotions> finals =
                read(new Topics("").emotionsFinal(), record -> key(record).startsWith(idPrefix), expected).stream()
                        .map(record -> messages.read(record.value()))
                        .toList();
        return finals.stream().collect(Collectors.groupingBy(ImageEmotions::getImageId));
    }

    /** Records that satisfy the condition, once there are so many of them and, for a second more, no others. */
    List<ConsumerRecord<byte[], byte[]>> read(
            String topic, Predicate<ConsumerRecord<byte[], byte[]>> condition, int expected) {
        List<TopicPartition> partitions = IntStream.range(
                        0, consumer.partitionsFor(topic).size())
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (found.size() < expected) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        topic + ": " + found.size() + " of " + expected + " records after " + PATIENCE);
            }
            consumer.poll(Duration.ofMillis(200)).forEach(record -> add(found, record, condition));
        }
        long quiet = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (System.nanoTime() < quiet) {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> add(found, record, condition));
        }
        return found;
    }

    private static void add(
            List<ConsumerRecord<byte[], byte[]>> found,
            ConsumerRecord<byte[], byte[]> record,
            Predicate<ConsumerRecord<byte[], byte[]>> condition) {
        if (condition.test(record)) {
            found.add(record);
        }
    }

    /** The headers of a record as text, by name. */
    static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
