package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.events.testing.TestBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StepWatchIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    private final List<Long> stuck = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void reportsTheRecordThatStaysInTheStepAndNoOther() throws Exception {
        try (StepWatch watch = new StepWatch(Duration.ofSeconds(1), record -> stuck.add(record.offset()));
                StepWatch.Step first = watch.begin(record(1))) {
            assertThat(first).isNotNull();
            for (long offset = 2; stuck.isEmpty(); offset++) {
                try (StepWatch.Step other = watch.begin(record(offset))) {
                    assertThat(other).isNotNull();
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            }
            assertThat(stuck).containsExactly(1L);
        }
    }

    /** The step hangs, in a loop whose consumer goes on polling: nothing else would notice. */
    @Test
    void aServiceWhoseStepNeverReturnsIsNotLiveAndEnds() {
        LoopFixture fixture = new LoopFixture(broker);
        AtomicBoolean halted = new AtomicBoolean();
        Channel channel = new HangingChannel(TestConfiguration.stage(fixture.topics, 2, 10));
        LoopThread thread = new LoopThread(
                "featurizer",
                broker.chain("emotionstream.step-limit", "PT1S", "emotionstream.schema-patience", "PT0S"),
                () -> channel,
                new SimpleMeterRegistry(),
                () -> {},
                () -> halted.set(true));
        thread.start();
        try {
            fixture.send(3);

            await().atMost(LoopFixture.PATIENCE).untilTrue(halted);
            assertThat(stuck)
                    .as("what is held against a record is written down before")
                    .hasSize(1);
            assertThat(thread.health().live().up()).isFalse();
            assertThat(thread.health().live().why())
                    .contains(fixture.topics.imagesLandmarks(), "offset 0", "step-limit");
        } finally {
            release.countDown();
            thread.close();
        }
    }

    private final class HangingChannel implements Channel {
        private final Stage stage;

        HangingChannel(Stage stage) {
            this.stage = stage;
        }

        @Override
        public Stage stage() {
            return stage;
        }

        @Override
        public List<ProducerRecord<byte[], byte[]>> apply(ConsumerRecord<byte[], byte[]> record) {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }

        @Override
        public void stuck(ConsumerRecord<byte[], byte[]> record) {
            stuck.add(record.offset());
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        return new ConsumerRecord<>("in", 0, offset, new byte[0], new byte[0]);
    }
}
