package org.emotionstream.events.releases;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.WholeTopic;

/** Reads {@code internal.releases} as a whole, follows it, and writes to it. For one thread. */
final class ReleasesTopic implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final String name;
    private final WholeTopic topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> unsent = new AtomicReference<>();

    ReleasesTopic(ChainConfiguration chain, String client) {
        name = Topics.of(chain).releases();
        topic = new WholeTopic(chain, name, client, PATIENCE_MILLIS, PATIENCE_MILLIS / 2);
        producer = new KafkaProducer<>(
                producerSettings(chain, client), new ByteArraySerializer(), new ByteArraySerializer());
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
        return KafkaClients.settings(chain, Map.of(), fixed);
    }

    /** Waits at most so long for records, and puts those that have come onto the board. */
    void poll(ReleaseBoard board, Duration atMost) {
        topic.poll(atMost).forEach(record -> board.accept(record.key(), record.value(), record.timestamp()));
    }

    /**
     * The offset behind the last record that is there at this moment. A {@link #poll} under way holds the answer back.
     *
     * @throws KafkaException when the broker does not say
     */
    long end() {
        return topic.end();
    }

    /** Whether all records before this offset are on the board. */
    boolean isReadTo(long end) {
        return topic.isReadTo(end);
    }

    /** Whether all that was there at the last fetch is on the board. */
    boolean atEnd() {
        return topic.isAtEnd();
    }

    /**
     * Writes, without waiting for it.
     *
     * @param value null to withdraw what was written
     * @throws KafkaException when it cannot even be tried
     */
    void write(String key, byte[] value) {
        producer.send(
                new ProducerRecord<>(name, 0, key.getBytes(StandardCharsets.UTF_8), value),
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
        topic.wakeUp();
    }

    @Override
    public void close() {
        producer.close(CLOSE);
        topic.close();
    }
}
