package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.emotionstream.events.loop.LoopFixture.PATIENCE;
import static org.emotionstream.events.loop.LoopFixture.bytes;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.events.administration.TopicSettings;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.events.wire.UnreadableMessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConsumeStepProduceLoopIT {
    private static final Consumer<ConsumerRecord<byte[], byte[]>> NOTHING = record -> {};

    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @Test
    void answersInOrderWhateverTheThreadsDo() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker)) {
            fixture.send(300);
            Random random = new Random(1);
            fixture.start(4, 50, record -> LockSupport.parkNanos(random.nextInt(3_000_000)));

            List<Integer> answers = fixture.answers(300);

            assertThat(ofPartition(answers, 0)).hasSize(150).isSorted();
            assertThat(ofPartition(answers, 1)).hasSize(150).isSorted();
            await("all committed").until(() -> fixture.committed() == 300);
            assertThat(fixture.registry.get("emotionstream.records").counter().count())
                    .isEqualTo(300);
            assertThat(fixture.started.get(0).health().ready().up()).isTrue();
            await("time to loss is known")
                    .until(() -> fixture.registry
                                    .get("emotionstream.time.to.loss.seconds")
                                    .gauge()
                                    .value()
                            > TopicSettings.PIXELS_KEPT.toSeconds() - PATIENCE.toSeconds());
            await("nothing is unread")
                    .until(() -> fixture.registry
                                    .get("emotionstream.lag.records")
                                    .tag("topic", fixture.topics.imagesLandmarks())
                                    .gauge()
                                    .value()
                            == 0);
            assertThat(fixture.registry.get("emotionstream.queue").timer().count())
                    .isEqualTo(300);
            assertThat(fixture.registry.get("emotionstream.step").timer().count())
                    .isEqualTo(300);
        }
    }

    @Test
    void aTransactionThatIsLeftOpenHoldsNobodyUp() {
        Map<String, Object> camera = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "transactional.id",
                broker.topics().prefix() + "camera");
        try (LoopFixture fixture = new LoopFixture(broker);
                var producer = new KafkaProducer<>(camera, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            TestBroker.await(producer.send(
                    new ProducerRecord<>(fixture.topics.imagesLandmarks(), 0, bytes("key"), bytes("100"))));
            fixture.send(4);

            fixture.start(
                    new EchoChannel(TestConfiguration.stage(fixture.topics, 1, 10), NOTHING),
                    LoopClients.PATIENCE,
                    "emotionstream.kafka.\"isolation.level\"",
                    "read_committed");

            assertThat(fixture.answers(5)).containsExactlyInAnyOrder(100, 0, 1, 2, 3);
            producer.abortTransaction();
        }
    }

    @Test
    void aStepThatBreaksStopsTheLoopAndNamesTheRecordAndNothingIsLost() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker)) {
            fixture.send(100);
            var broken = fixture.start(2, 10, record -> {
                if (record.partition() == 1 && record.offset() == 13) {
                    throw new IllegalStateException("no such release");
                }
            });
            assertThatThrownBy(() -> broken.end().get())
                    .hasMessageContaining("topic " + fixture.topics.prefix() + "images.landmarks partition 1 offset 13")
                    .hasMessageContaining("no such release");
            assertThat(fixture.committed()).isLessThan(100);

            fixture.start(2, 10, NOTHING);

            await("all committed").until(() -> fixture.committed() == 100);
            List<Integer> answers = List.copyOf(new LinkedHashSet<>(fixture.answers(100)));
            assertThat(ofPartition(answers, 0)).hasSize(50).isSorted();
            assertThat(ofPartition(answers, 1)).hasSize(50).isSorted();
        }
    }

    @Test
    void finishesWhatHasBegunWhenItIsStoppedAndRepeatsNothingAfterwards() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker)) {
            fixture.send(60);
            CountDownLatch begun = new CountDownLatch(5);
            CountDownLatch goOn = new CountDownLatch(1);
            var stopped = fixture.start(2, 60, record -> {
                begun.countDown();
                if (begun.getCount() == 0) {
                    reach(goOn);
                }
            });
            reach(begun);
            stopped.loop().stop();
            goOn.countDown();
            stopped.end().get();
            long committed = fixture.committed();
            assertThat(committed).isBetween(1L, 30L);
            assertThat(fixture.answers((int) committed)).hasSize((int) committed);

            fixture.start(2, 60, NOTHING);

            await("all committed").until(() -> fixture.committed() == 60);
            assertThat(fixture.answers(60))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 60).boxed().toList());
        }
    }

    @Test
    void whatCannotBeReadGoesToQuarantineByteForByteAndTheRestGoesOn() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker)) {
            var poison =
                    new ProducerRecord<>(fixture.topics.imagesLandmarks(), 0, bytes("k"), new byte[] {1, 2, 0, -1});
            poison.headers().add("mine", new byte[] {9}).add("mine", new byte[] {8});
            fixture.send(List.of(poison));
            fixture.send(4);
            fixture.start(1, 10, record -> {
                if (record.value()[0] == 1 && record.value().length == 4) {
                    throw new UnreadableMessageException("not an Avro message", new RuntimeException());
                }
            });

            var found = broker.read(fixture.topics.quarantine(), 1).get(0);

            assertThat(found.key()).isEqualTo(bytes("k"));
            assertThat(found.value()).isEqualTo(new byte[] {1, 2, 0, -1});
            assertThat(found.headers().toArray()[0].value()).isEqualTo(new byte[] {9});
            assertThat(found.headers().toArray()[1].value()).isEqualTo(new byte[] {8});
            assertThat(header(found, OriginHeaders.STAGE)).isEqualTo("test");
            assertThat(header(found, OriginHeaders.REASON)).isEqualTo("unreadable");
            assertThat(header(found, OriginHeaders.MESSAGE)).isEqualTo("not an Avro message");
            assertThat(header(found, OriginHeaders.TOPIC)).isEqualTo(fixture.topics.imagesLandmarks());
            assertThat(header(found, OriginHeaders.PARTITION)).isEqualTo("0");
            assertThat(header(found, OriginHeaders.OFFSET)).isEqualTo("0");
            assertThat(fixture.answers(4)).containsExactlyInAnyOrder(0, 1, 2, 3);
            await("all committed").until(() -> fixture.committed() == 5);
            assertThat(fixture.registry
                            .get("emotionstream.quarantined")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void anOffsetThatIsGoneStopsTheLoopAndIsNamed() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker)) {
            fixture.send(4);
            broker.admin()
                    .alterConsumerGroupOffsets(
                            fixture.topics.featurizerGroup(),
                            Map.of(new TopicPartition(fixture.topics.imagesLandmarks(), 1), new OffsetAndMetadata(77)))
                    .all()
                    .get();

            var running = fixture.start(1, 10, NOTHING);

            assertThatThrownBy(() -> running.end().get())
                    .hasMessageContaining(
                            "topic " + fixture.topics.prefix() + "images.landmarks partition 1 offset 77");
        }
    }

    @Test
    void whenAnotherJoinsNothingIsLostNoOffsetGoesBackAndTheOrderStays() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker)) {
            fixture.send(400);
            AtomicInteger first = new AtomicInteger();
            AtomicInteger second = new AtomicInteger();
            // Batches of about a second: the rebalance falls into one.
            fixture.start(1, 100, slow(first));
            await("the first works").until(() -> first.get() > 10);
            fixture.start(1, 100, slow(second));
            AtomicLong highest = new AtomicLong();
            AtomicBoolean wentBack = new AtomicBoolean();

            await("all committed").until(() -> {
                long committed = fixture.committed();
                wentBack.compareAndSet(false, highest.getAndSet(committed) > committed);
                return committed == 400;
            });

            assertThat(wentBack).isFalse();
            assertThat(second).as("the second has its share").hasPositiveValue();
            // What was answered again was answered before: without the repetitions the order is that of the input.
            List<Integer> answers = List.copyOf(new LinkedHashSet<>(fixture.answers()));
            assertThat(ofPartition(answers, 0)).hasSize(200).isSorted();
            assertThat(ofPartition(answers, 1)).hasSize(200).isSorted();
        }
    }

    private static Consumer<ConsumerRecord<byte[], byte[]>> slow(AtomicInteger count) {
        return record -> {
            LockSupport.parkNanos(10_000_000);
            count.incrementAndGet();
        };
    }

    private static List<Integer> ofPartition(List<Integer> answers, int partition) {
        return answers.stream()
                .filter(number -> number % LoopFixture.PARTITIONS == partition)
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static void reach(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
