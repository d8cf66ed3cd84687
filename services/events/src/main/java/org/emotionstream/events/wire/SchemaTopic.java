package org.emotionstream.events.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.KafkaClients;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.BoundedQuestions.Answer;
import org.jboss.logging.Logger;

/**
 * The topic {@code internal.schemas}: under the fingerprint of each schema, the 16 hexadecimal digits of bytes
 * 2 to 9 of every message that is written with it, the schema as JSON. Connects when it is first asked. Safe for
 * use by many threads.
 */
final class SchemaTopic implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SchemaTopic.class);
    private static final int ANSWER_MILLIS = 5_000;
    private static final Duration POLL = Duration.ofMillis(100);

    private final ChainConfiguration configuration;
    private final TopicPartition partition;
    private final Duration patience;
    private final Map<String, Schema> known = new ConcurrentHashMap<>();
    // A fingerprint costs as much as writing several messages, and each message asks.
    private final Set<Schema> published = ConcurrentHashMap.newKeySet();
    private final BoundedQuestions<String, Schema> untrusted =
            new BoundedQuestions<>("the topic of schemas", Duration.ZERO);
    private Optional<WholeTopic> reader = Optional.empty();

    SchemaTopic(ChainConfiguration configuration, Duration patience) {
        this.configuration = configuration;
        this.partition = new TopicPartition(Topics.of(configuration).schemas(), 0);
        this.patience = patience;
    }

    /** The key of this schema. */
    static String keyOf(Schema schema) {
        return key(SchemaNormalization.parsingFingerprint64(schema));
    }

    /** The key of the schema with this fingerprint, CRC-64-AVRO of its parsing canonical form. */
    static String key(long fingerprint) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return HexFormat.of().formatHex(bytes.putLong(fingerprint).array());
    }

    /**
     * The schema under this key, if it is in the topic at this moment.
     *
     * @throws SchemaRegistryException when the topic cannot be read
     */
    Optional<Schema> find(String key) {
        Schema schema = known.get(key);
        if (schema == null) {
            readOn(patience);
            schema = known.get(key);
        }
        return Optional.ofNullable(schema);
    }

    /** The schema under a key that untrusted bytes name: at the price of few and short questions to the brokers. */
    Answer<Schema> findUntrusted(String key) {
        Schema schema = known.get(key);
        return schema != null
                ? new Answer.Found<>(schema)
                : untrusted.ask(key, () -> {
                    readOn(Duration.ZERO);
                    return Optional.ofNullable(known.get(key));
                });
    }

    /**
     * Puts this schema there, unless it is there already; returns when the brokers have it.
     *
     * @throws SchemaRegistryException when they do not take it
     */
    void publish(Schema schema) {
        if (!published.contains(schema)) {
            publish(keyOf(schema), schema);
            published.add(schema);
        }
    }

    private void publish(String key, Schema schema) {
        if (find(key).isPresent()) {
            return;
        }
        var record = new ProducerRecord<>(
                partition.topic(),
                partition.partition(),
                key.getBytes(StandardCharsets.UTF_8),
                schema.toString().getBytes(StandardCharsets.UTF_8));
        try (var producer =
                new KafkaProducer<>(producerSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
            known.put(key, schema);
            LOG.infof("schema of %s published on %s as %s", schema.getName(), partition.topic(), key);
        } catch (ExecutionException e) {
            throw new SchemaRegistryException("cannot publish the schema of " + schema.getName() + " on "
                    + partition.topic() + ": " + e.getCause().getMessage());
        } catch (KafkaException e) {
            throw new SchemaRegistryException(
                    "cannot publish the schema of " + schema.getName() + " on " + partition.topic(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SchemaRegistryException("interrupted while publishing on " + partition.topic(), e);
        }
    }

    /**
     * Learns what has come since; asks again for a while when the brokers do not answer.
     *
     * @param waiting for how long; zero: once
     */
    private synchronized void readOn(Duration waiting) {
        long end = System.nanoTime() + waiting.toNanos();
        while (true) {
            try {
                readToEnd(reader());
                return;
            } catch (KafkaException e) {
                boolean again = e instanceof RetriableException && !(e instanceof InterruptException);
                if (!again || System.nanoTime() > end) {
                    throw new SchemaRegistryException(
                            "cannot read the schemas on " + partition.topic() + ": " + e.getMessage(), e);
                }
            }
        }
    }

    private void readToEnd(WholeTopic topic) {
        // Asked once: whoever goes on writing does not hold up the message that waits for a schema.
        long end = topic.end();
        long lastProgress = System.nanoTime();
        while (!topic.isReadTo(end)) {
            ConsumerRecords<byte[], byte[]> records = topic.poll(POLL);
            records.forEach(this::learn);
            lastProgress = records.isEmpty() ? lastProgress : System.nanoTime();
            if (System.nanoTime() - lastProgress > TimeUnit.MILLISECONDS.toNanos(ANSWER_MILLIS)) {
                throw new TimeoutException(
                        "no record came for " + ANSWER_MILLIS + " ms, expected records up to offset " + end);
            }
        }
    }

    private WholeTopic reader() {
        if (reader.isEmpty()) {
            reader = Optional.of(new WholeTopic(
                    configuration, partition.topic(), "", ANSWER_MILLIS, ConsumerConfig.DEFAULT_FETCH_MAX_WAIT_MS));
        }
        return reader.get();
    }

    private void learn(ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            return; // withdrawn; whoever has read it keeps it
        }
        try {
            Schema schema = new Schema.Parser().parse(new String(record.value(), StandardCharsets.UTF_8));
            if (keyOf(schema).equals(key)) {
                known.put(key, schema);
                return;
            }
            LOG.errorf("%s: the schema under %s has the fingerprint %s", partition, key, keyOf(schema));
        } catch (AvroRuntimeException e) {
            LOG.errorf("%s: what lies under %s is no schema: %s", partition, key, e.getMessage());
        }
    }

    private Map<String, Object> producerSettings() {
        int millis = (int) Math.max(2 * ANSWER_MILLIS, patience.toMillis());
        return KafkaClients.settings(
                configuration,
                Map.of(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS),
                Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        (long) millis,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        millis));
    }

    @Override
    public synchronized void close() {
        reader.ifPresent(WholeTopic::close);
        reader = Optional.empty();
    }
}
