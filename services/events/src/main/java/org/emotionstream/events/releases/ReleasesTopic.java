package org.emotionstream.events.releases;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;
import org.emotionstream.events.configuration.Topics;

/** Reads {@code internal.releases} as a whole, follows it, and writes to it. For one thread. */
final class ReleasesTopic implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final TopicPartition partition;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> unsent = new AtomicReference<>();

    ReleasesTopic(ChainConfiguration chain, String client) {
        partition = new TopicPartition(Topics.of(chain).releases(), 0);
        consumer = new KafkaConsumer<>(consumerSettings(chain, client));
        producer = new KafkaProducer<>(producerSettings(chain, client));
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    private static Map<String, Object> consumerSettings(ChainConfiguration chain, String client) {
        Map<String, Object> fixed = new HashMap<>();
        fixed.put(CommonClientConfigs.CLIENT_ID_CONFIG, client);
        // No group: every process reads all of it. What compaction took away is said again further on.
        fixed.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        fixed.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        fixed.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        fixed.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        fixed.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        fixed.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return KafkaClients.settings(
                chain, Map.of(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS), fixed);
    }

    private static Map<String, Object> producerSettings(ChainConfiguration chain, String client) {
        Map<String, Object> fixed = new HashMap<>();
        fixed.put(CommonClientConfigs.CLIENT_ID_CONFIG, client);
        fixed.put(ProducerConfig.ACKS_CONFIG, "all");
        fixed.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        fixed.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // Stays known while the broker is away: a service that is told to stop then does not wait for it.
        fixed.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(1).toMillis());
        fixed.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        fixed.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        fixed.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * PATIENCE_MILLIS);
        fixed.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        fixed.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        return KafkaClients.settings(chain, Map.of(), fixed);
    }

    /** Waits at most so long for records, and puts those that have come onto the board. */
    void poll(ReleaseBoard board, Duration atMost) {
        consumer.poll(atMost).forEach(record -> board.accept(record.key(), record.value(), record.timestamp()));
    }

    /**
     * Whether all that was there is on the board.
     *
     * @throws KafkaException when the broker does not say
     */
    boolean atEnd() {
        return consumer.position(partition)
                >= consumer.endOffsets(List.of(partition)).get(partition);
    }

    /**
     * Writes, without waiting for it.
     *
     * @param value null to take back what was said
     * @throws KafkaException when it cannot even be tried
     */
    void write(String key, byte[] value) {
        producer.send(
                new ProducerRecord<>(partition.topic(), 0, key.getBytes(StandardCharsets.UTF_8), value),
                (metadata, error) -> unsent.compareAndSet(null, error));
    }

    /**
     * Whether something could not be written since the last call, because the broker was away.
     *
     * @throws KafkaException when it refused
     */
    boolean hasFailed() {
        Exception error = unsent.getAndSet(null);
        if (error != null && !(error instanceof RetriableException)) {
            throw error instanceof KafkaException e ? e : new KafkaException(error);
        }
        return error != null;
    }

    /** Ends a {@link #poll} that waits; the one method for another thread. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        producer.close(CLOSE);
        consumer.close(CloseOptions.timeout(CLOSE));
    }
}
