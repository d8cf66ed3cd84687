package org.emotionstream.events.testing;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.emotionstream.events.administration.TopicAdministrator;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.Limits;
import org.emotionstream.localbroker.LocalBroker;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real broker for a test, with topics that no other test uses, and clients of it.
 *
 * <pre>{@code
 * @RegisterExtension
 * final TestBroker broker = TestBroker.shared();
 *
 * @Test
 * void aPictureIsAnswered() {
 *     Topics topics = broker.prepare(2);
 *     broker.send(new ProducerRecord<>(topics.imagesRaw(), picture));
 * }
 * }</pre>
 *
 * All test classes of a JVM share one broker, which is started when the first test uses it: a start costs 3 to 9
 * seconds. A test that stops its broker, or that reads all topics of it, asks for one {@linkplain #own() of its own}.
 * The field must not be static: each test has topics with a prefix of its own, which are deleted after it.
 */
public final class TestBroker implements BeforeEachCallback, AfterEachCallback {
    /**
     * How long a test waits for what must happen: no test is in a hurry, and a loaded machine is slow. It is the
     * default of Awaitility too wherever there is a test broker: {@code await("ready").until(() -> ...)}.
     */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    static {
        Awaitility.setDefaultTimeout(PATIENCE);
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TestBroker.class);

    private final boolean shared;
    private ExtensionContext test;
    private Topics topics;
    private LocalBroker broker;
    private Admin admin;
    private KafkaProducer<byte[], byte[]> producer;

    private TestBroker(boolean shared) {
        this.shared = shared;
    }

    /** The broker that all tests of this JVM share. */
    public static TestBroker shared() {
        return new TestBroker(true);
    }

    /** A broker for each test alone, which the test may {@link #stop()} and {@link #start()}. */
    public static TestBroker own() {
        return new TestBroker(false);
    }

    /** The shared broker is stopped at the end of all tests of the JVM. */
    private record Shared(LocalBroker broker) implements AutoCloseable {
        @Override
        public void close() {
            broker.close();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        test = context;
        String name = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        // A parameterized test runs its method several times.
        String run = Integer.toUnsignedString(context.getUniqueId().hashCode(), Character.MAX_RADIX);
        topics = new Topics(name.substring(0, Math.min(80, name.length())) + "-" + run + ".");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (broker == null) {
            return;
        }
        if (shared) {
            deleteTopics();
        }
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
        if (!shared) {
            broker.close();
        }
    }

    private LocalBroker broker() {
        if (broker == null) {
            broker = shared ? ofThisJvm() : LocalBroker.temporary().start();
        }
        return broker;
    }

    private LocalBroker ofThisJvm() {
        return test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Shared.class, key -> new Shared(LocalBroker.temporary().start()), Shared.class)
                .broker();
    }

    /** The names of this test's topics and groups; nobody has made the topics yet. */
    public Topics topics() {
        return topics;
    }

    /**
     * Makes all topics of the chain and the start offsets of its groups.
     *
     * @param partitions of each topic, at least 1
     * @return their names
     */
    public Topics prepare(int partitions) {
        new TopicAdministrator(admin(), topics, partitions, (short) 1).prepare();
        return topics;
    }

    /** Where clients connect, {@code 127.0.0.1:PORT}; the same while the broker is stopped. */
    public String bootstrapServers() {
        return broker().bootstrapServers();
    }

    /**
     * The configuration of a service on this broker and these topics.
     *
     * @param more names and values of further settings, in turn
     */
    public ChainConfiguration chain(String... more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("emotionstream.bootstrap-servers", bootstrapServers());
        settings.put("emotionstream.topic-prefix", topics.prefix());
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return Settings.read(ChainConfiguration.class, settings);
    }

    /** A client that is closed after the test. */
    public Admin admin() {
        if (admin == null) {
            admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
        }
        return admin;
    }

    /** Sends this record as a producer with its default settings does, and waits until the broker has it. */
    public RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", bootstrapServers(), "max.request.size", Limits.RAW_RECORD_BYTES),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }
        return await(producer.send(record));
    }

    /**
     * Reads a topic from its beginning until this many records have come or {@link #PATIENCE} has passed.
     *
     * @return what has come, at most {@code count} and one fetch more, in the order of each partition
     */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (found.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    /** How many records were ever sent to this topic. */
    public long end(String topic) {
        return ends(topic).values().stream().mapToLong(Long::longValue).sum();
    }

    /** The offset after the last record of each partition. */
    public Map<Integer, Long> ends(String topic) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions(topic).stream().collect(toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return await(admin().listOffsets(latest).all()).entrySet().stream()
                .collect(toMap(
                        end -> end.getKey().partition(), end -> end.getValue().offset()));
    }

    /** The file that holds the first records of this partition. */
    public Path log(String topic, int partition) {
        return broker().data().resolve(topic + "-" + partition).resolve("00000000000000000000.log");
    }

    /** What this group has committed of this topic, by partition; without the partitions of which it has nothing. */
    public Map<Integer, Long> committed(String group, String topic) {
        Map<Integer, Long> offsets = new TreeMap<>();
        await(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (partition.topic().equals(topic)) {
                        offsets.put(partition.partition(), offset.offset());
                    }
                });
        return offsets;
    }

    /** Commits these offsets, by partition, for a group of which nobody runs. */
    public void commit(String group, String topic, Map<Integer, Long> offsets) {
        Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>();
        offsets.forEach((number, offset) -> all.put(new TopicPartition(topic, number), new OffsetAndMetadata(offset)));
        await(admin().alterConsumerGroupOffsets(group, all).all());
    }

    /** Changes one setting of this topic, and returns when the broker uses it: the controller answers before it does. */
    public void alter(String topic, String key, String value) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var operation = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
        await(admin().incrementalAlterConfigs(Map.of(resource, List.of(operation)))
                .all());
        Awaitility.await(topic + " with " + key + "=" + value)
                .until(() -> value.equals(
                        await(admin().describeConfigs(List.of(resource)).all())
                                .get(resource)
                                .get(key)
                                .value()));
    }

    private List<TopicPartition> partitions(String topic) {
        return await(admin().describeTopics(List.of(topic)).allTopicNames()).get(topic).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** Stops the broker of this test; its data stay. */
    public void stop() {
        requireOwn();
        broker().stop();
    }

    /** Starts the broker of this test again, at the same address. */
    public void start() {
        requireOwn();
        broker().start();
    }

    private void requireOwn() {
        if (shared) {
            throw new IllegalStateException("other tests use this broker too: ask for TestBroker.own()");
        }
    }

    private void deleteTopics() {
        List<String> mine = await(admin().listTopics().names()).stream()
                .filter(name -> name.startsWith(topics.prefix()))
                .toList();
        await(admin().deleteTopics(mine).all());
    }

    /** The result of a request to the broker; what went wrong there fails the test. */
    public static <T> T await(Future<T> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
