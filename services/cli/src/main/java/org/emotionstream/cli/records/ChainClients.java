package org.emotionstream.cli.records;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.emotionstream.cli.broker.BrokerCheck;
import org.emotionstream.cli.broker.ClientSettings;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.TopicException;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.Limits;
import org.emotionstream.events.wire.SchemaRegistryException;
import org.emotionstream.events.wire.Schemas;

/**
 * The Kafka clients of a command, with what the operator sets for every client of the chain ({@code
 * EMOTIONSTREAM_KAFKA_...}, the schema registry).
 *
 * @param configuration of the chain, with the broker that the command talks to
 * @param topics on it
 * @param schemas that messages on them were written with
 */
public record ChainClients(ChainConfiguration configuration, Topics topics, Schemas schemas) implements AutoCloseable {
    private static final int ANSWER_MILLIS = 30_000;
    private static final int QUESTION_MILLIS = 2_500;
    private static final int FETCH_BYTES = 8 * 1024 * 1024;

    /**
     * Clients of this broker.
     *
     * @throws CommandException when a setting in the environment is wrong
     */
    public static ChainClients of(String bootstrapServers, Topics topics) {
        ChainConfiguration configuration = ClientSettings.of(bootstrapServers, topics);
        return new ChainClients(configuration, topics, Schemas.of(configuration));
    }

    /**
     * What this question to the broker gives.
     *
     * @throws CommandException when the broker does not answer or refuses
     */
    public <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (KafkaException | SchemaRegistryException e) {
            throw new BrokerCheck(configuration).explain(e);
        } catch (TopicException e) {
            throw new BrokerCheck(configuration).explain(e, ExitCodes.SERVICE, e.getMessage());
        }
    }

    /** Reads records whole; the caller closes it. */
    public CommittedReader<byte[]> reader(Consumer<String> progress) {
        return reader(new ByteArrayDeserializer(), progress);
    }

    /** Reads of each value what this makes of it; the caller closes it. */
    public <V> CommittedReader<V> reader(Deserializer<V> values, Consumer<String> progress) {
        // The reader asks again while the broker is there.
        return new CommittedReader<>(consumer(values, QUESTION_MILLIS), configuration, progress);
    }

    /** Reads new records, for as long as it likes; the caller closes it. */
    public KafkaConsumer<byte[], byte[]> follower() {
        return consumer(new ByteArrayDeserializer(), ANSWER_MILLIS);
    }

    private <V> KafkaConsumer<byte[], V> consumer(Deserializer<V> values, int answerMillis) {
        ClientSettings.loadCodecs();
        Map<String, Object> fixed = new HashMap<>();
        fixed.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        fixed.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        fixed.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // What retention took away while we read is not for us: go on with what is still there.
        fixed.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // In memory is one fetch, or one batch of records where that is larger, and the next.
        fixed.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        fixed.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, answerMillis);
        return new KafkaConsumer<>(
                KafkaClients.settings(configuration, Map.of(), fixed), new ByteArrayDeserializer(), values);
    }

    /** Sends what the brokers must have for sure; the caller closes it. */
    public <K> KafkaProducer<K, byte[]> producer(Serializer<K> keys) {
        return new KafkaProducer<>(producerSettings(), keys, new ByteArraySerializer());
    }

    Map<String, Object> producerSettings() {
        Map<String, Object> fixed = new HashMap<>();
        fixed.put(ProducerConfig.ACKS_CONFIG, "all");
        fixed.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        fixed.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        fixed.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.RAW_RECORD_BYTES);
        fixed.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 3L * Limits.RAW_RECORD_BYTES);
        fixed.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) ANSWER_MILLIS);
        fixed.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * ANSWER_MILLIS);
        return KafkaClients.settings(configuration, Map.of(), fixed);
    }

    /** Asks the administration; the caller closes it. */
    public Admin admin() {
        return KafkaClients.admin(configuration);
    }

    /** Changes the administration, with Kafka's own patience: half of it is worse than late. The caller closes it. */
    public Admin patientAdmin() {
        return Admin.create(KafkaClients.settings(configuration, Map.of(), Map.of()));
    }

    /** Messages of this type on this topic, in either layout. */
    public <T extends SpecificRecordBase> AvroMessages<T> messages(Class<T> type, String topic) {
        return new AvroMessages<>(type, schemas, topic);
    }

    @Override
    public void close() {
        schemas.close();
    }
}
