package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.SchemaRegistryException;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final int ROUNDS = 3_000;
    private static final int RECORDS = 12;

    /** Many rounds, since what it looks for is a thread that is put to sleep at the wrong moment. */
    @Test
    void whatHasBegunWhenTheyAreStoppedComesBeforeAllThatHasNot() throws Exception {
        var channel = new EchoChannel(TestConfiguration.stage(new Topics("workers."), 4, RECORDS), record -> {});
        boolean someBegan = false;
        boolean someDidNot = false;
        for (int round = 0; round < ROUNDS; round++) {
            try (Workers workers = workers(channel)) {
                List<CompletableFuture<StepOutcome>> outcomes = IntStream.range(0, RECORDS)
                        .mapToObj(number -> workers.begin(record(number)))
                        .toList();

                workers.stop();

                boolean before = true;
                for (Future<StepOutcome> outcome : outcomes) {
                    boolean began = !(outcome.get() instanceof StepOutcome.NotBegun);
                    assertThat(began && !before).as("round %d", round).isFalse();
                    before = began;
                    someBegan |= began;
                    someDidNot |= !began;
                }
                assertThat(workers.begin(record(RECORDS)).get()).isInstanceOf(StepOutcome.NotBegun.class);
            }
        }
        assertThat(someBegan && someDidNot).as("it stops in the middle").isTrue();
    }

    @Test
    void aSchemaThatCannotBeReadWhileTheBrokersAreAwayIsAskedForAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        var channel = new EchoChannel(TestConfiguration.stage(new Topics("workers."), 1, RECORDS), record -> {
            if (tries.incrementAndGet() < 3) {
                throw new SchemaRegistryException("cannot read the schemas", new TimeoutException("no broker"));
            }
        });
        try (Workers workers = workers(channel)) {
            assertThat(workers.begin(record(0)).get()).isInstanceOf(StepOutcome.Answered.class);
        }
        assertThat(tries).hasValue(3);
    }

    @Test
    void aRegistryThatDoesNotAnswerIsWaitedForAndSaid() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        AtomicReference<Workers> asked = new AtomicReference<>();
        List<String> said = new CopyOnWriteArrayList<>();
        var channel = new EchoChannel(TestConfiguration.stage(new Topics("workers."), 1, RECORDS), record -> {
            said.add(asked.get().words());
            if (tries.incrementAndGet() < 3) {
                throw new SchemaRegistryException(
                        "the schema registry has not answered", new java.util.concurrent.TimeoutException("503"));
            }
        });
        try (Workers workers = workers(channel)) {
            asked.set(workers);
            assertThat(workers.begin(record(0)).get()).isInstanceOf(StepOutcome.Answered.class);
            assertThat(workers.words()).isEmpty();
        }
        String waits = "topic in partition 0 offset 0 waits: the schema registry has not answered";
        assertThat(said).containsExactly("", waits, waits);
    }

    @Test
    void aSchemaThatNobodyHasPublishedBreaksTheStep() throws Exception {
        var channel = new EchoChannel(TestConfiguration.stage(new Topics("workers."), 1, RECORDS), record -> {
            throw new SchemaRegistryException("no schema 0123456789abcdef", null);
        });
        try (Workers workers = workers(channel)) {
            assertThat(workers.begin(record(0)).get()).isInstanceOf(StepOutcome.Broken.class);
        }
    }

    @Test
    void whatIsCancelledBeforeItsTurnDoesNotBegin() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        var channel = new EchoChannel(TestConfiguration.stage(new Topics("workers."), 1, RECORDS), record -> {
            begun.incrementAndGet();
            reach(goOn);
        });
        try (Workers workers = workers(channel)) {
            workers.begin(record(0));
            workers.begin(record(1)).cancel(false);
            CompletableFuture<StepOutcome> last = workers.begin(record(2));
            goOn.countDown();
            last.get();
        }
        assertThat(begun).hasValue(2);
    }

    private static void reach(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Workers workers(Channel channel) {
        return new Workers(channel, new LoopMetrics(new SimpleMeterRegistry(), "test"), ended -> {});
    }

    private static ConsumerRecord<byte[], byte[]> record(int number) {
        return new ConsumerRecord<>("in", 0, number, new byte[0], new byte[] {(byte) number});
    }
}
