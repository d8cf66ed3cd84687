package org.emotionstream.events.loop;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;

/** The consumer and the producer of the loop, and why each of their settings is what it is. */
final class LoopClients {
    /** How long a broker may be away before results are given up and the service stops. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A killed process without static membership is replaced after this long. */
    static final Duration SESSION = Duration.ofSeconds(10);

    /** How long a broker holds a fetch back while nothing comes. */
    static final int FETCH_WAIT_MILLIS = 1_000;

    static final int BUFFER_BYTES = 32 * 1024 * 1024;

    private static final int BATCH_BYTES = 128 * 1024;
    private static final int LEAST_FETCH_BYTES = 8 * 1024 * 1024;

    private LoopClients() {}

    /**
     * Both clients of a loop.
     *
     * @param toClose how long each may take to close; what is still under way then is not committed
     */
    record Clients(Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer, Duration toClose)
            implements AutoCloseable {
        @Override
        public void close() {
            try {
                consumer.close(CloseOptions.timeout(toClose));
            } finally {
                producer.close(toClose);
            }
        }
    }

    static Clients open(ChainConfiguration configuration, Stage stage, Duration toClose) {
        return new Clients(
                new KafkaConsumer<>(consumerSettings(configuration, stage)),
                new KafkaProducer<>(producerSettings(configuration, stage)),
                toClose);
    }

    /** The largest response of one broker to a fetch. */
    static int fetchBytes(Stage stage) {
        return Math.max(stage.inputRecordBytes(), LEAST_FETCH_BYTES);
    }

    static Map<String, Object> consumerSettings(ChainConfiguration configuration, Stage stage) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
        defaults.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) SESSION.toMillis() / 4);
        // The loop polls every second, also while records are at work.
        defaults.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) PATIENCE.toMillis());
        // The connection to the group's coordinator lasts as long as a poll may.
        defaults.put(
                CommonClientConfigs.CONNECTIONS_MAX_IDLE_MS_CONFIG,
                PATIENCE.plusMinutes(1).toMillis());
        // A smaller limit for a partition would let through one record above it a response, of one partition.
        defaults.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, stage.inputRecordBytes());
        defaults.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, fetchBytes(stage));
        // Half the requests of an idle chain at Kafka's default of 500. A partition that had no room is fetched when
        // the
        // fetch under way is answered: more would slow down one partition with all the pictures.
        defaults.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        defaults.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId(configuration, stage));

        Map<String, Object> fixed = new HashMap<>();
        fixed.put(ConsumerConfig.GROUP_ID_CONFIG, stage.group());
        configuration.instanceId().ifPresent(id -> fixed.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
        // So that one partition does not take all the room in hand at once.
        fixed.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.max(1, stage.batchRecords() / 2));
        // Offsets are committed when results are safe, and never guessed.
        fixed.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        fixed.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        // A camera's transaction that hangs would hold back everybody's pictures behind it.
        fixed.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        fixed.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        fixed.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        fixed.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        fixed.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        return KafkaClients.settings(configuration, defaults, fixed);
    }

    static Map<String, Object> producerSettings(ChainConfiguration configuration, Stage stage) {
        Map<String, Object> defaults = new HashMap<>();
        // Results gather before they are sent (Pace); this lets those that are sent together leave in one request.
        defaults.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        defaults.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        defaults.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId(configuration, stage));

        Map<String, Object> fixed = new HashMap<>();
        fixed.put(ProducerConfig.ACKS_CONFIG, "all");
        fixed.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        fixed.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        fixed.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        fixed.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        fixed.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, stage.outputRecordBytes());
        fixed.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) BUFFER_BYTES);
        // Topics that are seldom written to, such as the rejected, stay known while the broker is away: sending to one
        // that is not known blocks for a minute, and fails.
        fixed.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(3650).toMillis());
        // Else a producer that reaches no broker forgets all topics, and sending blocks and fails as above.
        fixed.put(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, MetadataRecoveryStrategy.NONE.name);
        fixed.put(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, false);
        fixed.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        fixed.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        return KafkaClients.settings(configuration, defaults, fixed);
    }

    private static String clientId(ChainConfiguration configuration, Stage stage) {
        return stage.group() + configuration.instanceId().map(id -> "-" + id).orElse("");
    }
}
