package org.emotionstream.endtoend;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.localbroker.LocalBroker;

/**
 * What the hops alone cost: the whole chain with steps that compute nothing, in CPU time an image over
 * broker and clients, for tiles of 10 KB (one plane) and of 30 KB (three). Broker and clients share this
 * JVM, so that one counter sees them all; the two sizes take turns in one run, so that their ratio holds
 * on a busy machine.
 *
 * <p>Arguments: images a round (default 3000), rounds (default 3).
 */
public final class HopsBenchmark {
    private static final int PICTURE_BYTES = 30_000;
    private static final int DISTRIBUTION_BYTES = 250;
    private static final int MODELS = 4;
    private static final int PARTITIONS = 4;

    private final String bootstrap;
    private final String prefix;
    private final int tileBytes;
    private final AtomicBoolean running = new AtomicBoolean(true);

    private HopsBenchmark(String bootstrap, String prefix, int tileBytes) {
        this.bootstrap = bootstrap;
        this.prefix = prefix;
        this.tileBytes = tileBytes;
    }

    /** Runs the rounds and prints a line each. */
    public static void main(String[] arguments) throws Exception {
        int images = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        try (LocalBroker broker = LocalBroker.temporary().start()) {
            for (int round = 0; round <= rounds; round++) {
                for (int tile : new int[] {10_000, 30_000}) {
                    double microseconds = new HopsBenchmark(
                                    broker.bootstrapServers(), "r" + round + "-" + tile + ".", tile)
                            .run(images);
                    System.out.printf(
                            Locale.ROOT,
                            "%s tile %d bytes: %.0f us of CPU an image%n",
                            round == 0 ? "warm-up" : "round " + round,
                            tile,
                            microseconds);
                }
            }
        }
    }

    private double run(int images) throws Exception {
        createTopics();
        ExecutorService hops = Executors.newCachedThreadPool();
        List<Future<?>> ends = new ArrayList<>();
        ends.add(hops.submit(() -> hop("landmarker", List.of("raw"), List.of("landmarks"), tileBytes)));
        ends.add(hops.submit(() -> hop("featurizer", List.of("landmarks"), List.of("features"), tileBytes)));
        List<String> distributions = new ArrayList<>();
        for (int model = 1; model <= MODELS; model++) {
            String name = "model-" + model;
            distributions.add(name);
            ends.add(hops.submit(() -> hop(name, List.of("features"), List.of(name), DISTRIBUTION_BYTES)));
        }
        ends.add(hops.submit(() -> hop("combiner", distributions, List.of("final"), DISTRIBUTION_BYTES * 2)));
        long before = cpuNanoseconds();
        send(images);
        await(images * MODELS, ends);
        long spent = cpuNanoseconds() - before;
        running.set(false);
        hops.shutdown();
        hops.awaitTermination(30, TimeUnit.SECONDS);
        return spent / 1000.0 / images;
    }

    /** Consumes, produces a record of this size for each, flushes, commits; the combiner's in transactions. */
    private void hop(String group, List<String> from, List<String> to, int bytes) {
        boolean transactional = group.equals("combiner");
        Map<String, Object> extra = transactional ? Map.of("transactional.id", prefix + group) : Map.of();
        byte[] value = new byte[bytes];
        new Random(1).nextBytes(value);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(group, "read_uncommitted");
                KafkaProducer<byte[], byte[]> producer = producer(extra)) {
            if (transactional) {
                producer.initTransactions();
            }
            consumer.subscribe(from.stream().map(name -> prefix + name).toList());
            while (running.get()) {
                ConsumerRecords<byte[], byte[]> batch = consumer.poll(Duration.ofMillis(100));
                if (batch.isEmpty()) {
                    continue;
                }
                if (transactional) {
                    producer.beginTransaction();
                }
                for (ConsumerRecord<byte[], byte[]> record : batch) {
                    to.forEach(name -> producer.send(new ProducerRecord<>(prefix + name, record.key(), value)));
                }
                if (transactional) {
                    producer.sendOffsetsToTransaction(batch.nextOffsets(), consumer.groupMetadata());
                    producer.commitTransaction();
                } else {
                    producer.flush();
                    consumer.commitSync();
                }
            }
        }
    }

    private void send(int images) {
        byte[] picture = new byte[PICTURE_BYTES];
        new Random(2).nextBytes(picture);
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            for (int i = 0; i < images; i++) {
                producer.send(new ProducerRecord<>(
                        prefix + "raw", Integer.toString(i).getBytes(StandardCharsets.UTF_8), picture));
            }
        }
    }

    private void await(int records, List<Future<?>> hops) throws Exception {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("reader", "read_committed")) {
            consumer.subscribe(List.of(prefix + "final"));
            int seen = 0;
            while (seen < records) {
                seen += consumer.poll(Duration.ofMillis(100)).count();
                for (Future<?> hop : hops) {
                    if (hop.isDone()) {
                        hop.get(); // A hop ends before all is read only by failing: throws what it threw.
                    }
                }
            }
        }
    }

    private void createTopics() throws Exception {
        List<String> names =
                List.of("raw", "landmarks", "features", "model-1", "model-2", "model-3", "model-4", "final");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(names.stream()
                            .map(name -> new NewTopic(prefix + name, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
            // Until each leader answers: a producer whose very first batch meets a partition that is not yet led,
            // and whose second is taken, repeats the first for ever (out of order sequence number).
            Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
            for (String name : names) {
                for (int i = 0; i < PARTITIONS; i++) {
                    partitions.put(new TopicPartition(prefix + name, i), OffsetSpec.earliest());
                }
            }
            admin.listOffsets(partitions).all().get();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String group, String isolation) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                prefix + group,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                isolation));
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> extra) {
        Properties settings = new Properties();
        settings.putAll(Map.of("bootstrap.servers", bootstrap, "acks", "all", "enable.idempotence", true));
        settings.putAll(extra);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static long cpuNanoseconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
