package org.emotionstream.endtoend.trials;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;
import org.emotionstream.events.wire.Limits;

/** Producers of Java, one for each codec. */
final class Cameras implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final ChainConfiguration configuration;
    private final String topic;
    private final Map<String, KafkaProducer<byte[], byte[]>> producers = new HashMap<>();

    Cameras(ChainConfiguration configuration, String topic) {
        this.configuration = configuration;
        this.topic = topic;
    }

    /**
     * Sends, and waits until the broker has it.
     *
     * @return where it is
     * @throws ExecutionException when it is not
     */
    RecordMetadata send(Sent sent) throws ExecutionException, InterruptedException {
        Future<RecordMetadata> pending;
        try {
            pending = producers.computeIfAbsent(sent.codec(), this::producer).send(sent.record(topic));
        } catch (RuntimeException | LinkageError e) {
            // A codec that is not there is found out when it is first used, by whoever calls.
            throw new ExecutionException(e);
        }
        return pending.get();
    }

    private KafkaProducer<byte[], byte[]> producer(String codec) {
        Map<String, Object> fixed = Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                codec,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Limits.RAW_RECORD_BYTES,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                2L * Limits.RAW_RECORD_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE_MILLIS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS);
        return new KafkaProducer<>(
                KafkaClients.settings(configuration, Map.of(), fixed),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void close() {
        producers.values().forEach(producer -> producer.close(CLOSE));
    }
}
