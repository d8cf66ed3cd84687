package org.emotionstream.events.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;

/**
 * Reads a topic of one partition from its beginning, and then what comes. It is in no group: every process reads all of
 * it. For one thread.
 */
public final class WholeTopic implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final TopicPartition partition;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * @param client the id of the consumer; empty for one that Kafka makes up
     * @param answerMillis how long the brokers may take for an answer
     * @param waitMillis how long a broker holds a fetch back while nothing comes; other questions to it wait as long
     */
    public WholeTopic(ChainConfiguration chain, String topic, String client, int answerMillis, int waitMillis) {
        partition = new TopicPartition(topic, 0);
        consumer = new KafkaConsumer<>(
                KafkaClients.settings(
                        chain,
                        Map.of(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, answerMillis),
                        Map.of(
                                CommonClientConfigs.CLIENT_ID_CONFIG,
                                client,
                                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                answerMillis,
                                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                                waitMillis,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /**
     * The next records; waits at most so long for the first.
     *
     * @throws org.apache.kafka.common.KafkaException when the topic cannot be read
     */
    public ConsumerRecords<byte[], byte[]> poll(Duration atMost) {
        return consumer.poll(atMost);
    }

    /**
     * The offset behind the last record that is there at this moment.
     *
     * @throws org.apache.kafka.common.KafkaException when the brokers do not answer
     */
    public long end() {
        return consumer.endOffsets(List.of(partition)).get(partition);
    }

    /** Whether all records before this offset have been polled. */
    public boolean isReadTo(long end) {
        return consumer.position(partition) >= end;
    }

    /** Whether all records have been polled that were there at the last fetch; asks nobody. */
    public boolean isAtEnd() {
        return consumer.currentLag(partition).orElse(1) == 0;
    }

    /** Ends a {@link #poll} that waits; the one method for another thread. */
    public void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE));
    }
}
