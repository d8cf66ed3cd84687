package org.emotionstream.events.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What one user gets done, with one consumer and one producer, on each of many topics. */
final class Attempts {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Object> client;

    Attempts(Map<String, Object> client) {
        this.client = new HashMap<>(client);
        this.client.put("auto.offset.reset", "earliest");
        this.client.put("enable.auto.commit", false);
        // An idempotent producer of a user that may write nowhere is refused before it names a topic.
        this.client.put("enable.idempotence", false);
    }

    /** The topics of which it gets a record; each has one. */
    Set<String> readable(Collection<String> topics) {
        Set<String> readable = new TreeSet<>();
        try (var consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (String topic : topics) {
                if (reads(consumer, topic)) {
                    readable.add(topic);
                }
            }
        }
        return readable;
    }

    /** The topics that take a record from it. */
    Set<String> writable(Collection<String> topics) throws InterruptedException {
        Set<String> writable = new TreeSet<>();
        try (var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String topic : topics) {
                if (writes(producer, topic)) {
                    writable.add(topic);
                }
            }
        }
        return writable;
    }

    private static boolean reads(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        consumer.assign(List.of(new TopicPartition(topic, 0)));
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < end) {
                if (!consumer.poll(Duration.ofMillis(100)).isEmpty()) {
                    return true;
                }
            }
        } catch (TopicAuthorizationException e) {
            return false;
        }
        throw new AssertionError("neither a record nor a refusal: " + topic);
    }

    private static boolean writes(KafkaProducer<byte[], byte[]> producer, String topic) throws InterruptedException {
        byte[] text = "something".getBytes(StandardCharsets.UTF_8);
        try {
            producer.send(new ProducerRecord<>(topic, text, text)).get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicAuthorizationException) {
                return false;
            }
            throw new AssertionError(topic, e);
        }
    }
}
