package org.emotionstream.events.loop;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.events.ChainConfiguration;
import org.emotionstream.events.TopicAdministrator;
import org.emotionstream.events.Topics;
import org.emotionstream.localbroker.LocalBroker;

/** Topics of one test on a broker, what it sends there and what it finds. */
final class LoopFixture implements AutoCloseable {
    static final int PARTITIONS = 2;
    static final Duration PATIENCE = Duration.ofSeconds(40);

    final Topics topics;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final List<Running> started = new ArrayList<>();
    final Admin admin;
    private final LocalBroker broker;

    LoopFixture(LocalBroker broker, String prefix) {
        this.broker = broker;
        this.topics = new Topics(prefix);
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        new TopicAdministrator(admin, topics, PARTITIONS, (short) 1).prepare();
    }

    /** A loop in its own thread, and what ended it. */
    record Running(ConsumeStepProduceLoop loop, LoopHealth health, CompletableFuture<Void> end) {}

    Running start(int threads, int batchRecords, Consumer<ConsumerRecord<byte[], byte[]>> step) {
        ChainConfiguration configuration = TestConfiguration.of(broker.bootstrapServers(), topics.prefix());
        LoopHealth health = new LoopHealth();
        ConsumeStepProduceLoop loop = new ConsumeStepProduceLoop(
                configuration,
                new EchoChannel(TestConfiguration.stage(topics, threads, batchRecords), step),
                health,
                registry);
        CompletableFuture<Void> end = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        loop.run();
                        end.complete(null);
                    } catch (RuntimeException e) {
                        end.completeExceptionally(e);
                    }
                })
                .start();
        Running running = new Running(loop, health, end);
        started.add(running);
        return running;
    }

    /** Records "0" to "count - 1", round the partitions. */
    void send(int count) throws Exception {
        send(IntStream.range(0, count)
                .mapToObj(number -> new ProducerRecord<>(
                        topics.imagesLandmarks(), number % PARTITIONS, bytes("key"), bytes(Integer.toString(number))))
                .toList());
    }

    void send(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var record : records) {
                producer.send(record).get();
            }
        }
    }

    /** The first so many records of this topic. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(number -> new TopicPartition(topic, number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (found.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    /** The numbers on the output topic, in the order of its one used partition. */
    List<Integer> answers(int count) {
        return read(topics.imagesFeatures(), count).stream()
                .map(record -> Integer.valueOf(new String(record.value(), StandardCharsets.UTF_8)))
                .toList();
    }

    /** All numbers on the output topic. */
    List<Integer> answers() throws Exception {
        long count = 0;
        for (int number = 0; number < PARTITIONS; number++) {
            var partition = new TopicPartition(topics.imagesFeatures(), number);
            count += admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
        return answers((int) count);
    }

    /** The committed offsets, summed over the partitions. */
    long committed() {
        try {
            return admin
                    .listConsumerGroupOffsets(topics.featurizerGroup())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getKey().topic().equals(topics.imagesLandmarks()))
                    .map(Map.Entry::getValue)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** How many records were ever produced to this topic. */
    long end(String topic) {
        var query = IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(number -> new TopicPartition(topic, number), number -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(query).all().get().values().stream()
                    .mapToLong(info -> info.offset())
                    .sum();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        started.forEach(running -> running.loop().stop());
        Until.holds(PATIENCE, "loops end", () -> started.stream()
                .allMatch(running -> running.end().isDone()));
        admin.close();
    }
}
