package org.emotionstream.events.loop;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.TestBroker;

/** Loops on the topics of one test, what it sends there and what it finds. */
final class LoopFixture implements AutoCloseable {
    static final int PARTITIONS = 2;
    static final Duration PATIENCE = Duration.ofSeconds(40);

    final Topics topics;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final List<Running> started = new ArrayList<>();
    private final TestBroker broker;

    LoopFixture(TestBroker broker) {
        this(broker, PARTITIONS);
    }

    LoopFixture(TestBroker broker, int partitions) {
        this.broker = broker;
        this.topics = broker.prepare(partitions);
    }

    /** A loop in its own thread, and what ended it. */
    record Running(ConsumeStepProduceLoop loop, LoopHealth health, CompletableFuture<Void> end) {}

    Running start(int threads, int batchRecords, Consumer<ConsumerRecord<byte[], byte[]>> step) {
        return start(new EchoChannel(TestConfiguration.stage(topics, threads, batchRecords), step));
    }

    Running start(Channel channel) {
        return start(channel, LoopClients.PATIENCE);
    }

    Running start(Channel channel, Duration heldBackFor, String... settings) {
        LoopHealth health = new LoopHealth();
        ConsumeStepProduceLoop loop =
                new ConsumeStepProduceLoop(broker.chain(settings), channel, health, registry, heldBackFor);
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
    void send(int count) {
        send(IntStream.range(0, count)
                .mapToObj(number -> new ProducerRecord<>(
                        topics.imagesLandmarks(), number % PARTITIONS, bytes("key"), bytes(Integer.toString(number))))
                .toList());
    }

    void send(List<ProducerRecord<byte[], byte[]>> records) {
        records.forEach(broker::send);
    }

    /** The numbers on the output topic, in the order of its one used partition. */
    List<Integer> answers(int count) {
        return broker.read(topics.imagesFeatures(), count).stream()
                .map(record -> Integer.valueOf(new String(record.value(), StandardCharsets.UTF_8)))
                .toList();
    }

    /** All numbers on the output topic. */
    List<Integer> answers() {
        return answers((int) broker.end(topics.imagesFeatures()));
    }

    /** The committed offsets, summed over the partitions. */
    long committed() {
        return broker.committed(topics.featurizerGroup(), topics.imagesLandmarks()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        started.forEach(running -> running.loop().stop());
        await("loops end")
                .until(() -> started.stream().allMatch(running -> running.end().isDone()));
    }
}
