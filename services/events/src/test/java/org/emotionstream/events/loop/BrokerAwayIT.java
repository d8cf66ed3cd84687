package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.events.wire.UnreadableMessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrokerAwayIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.own();

    @Test
    void isWaitedForAliveButNotReadyAndNothingIsLostOrChangesPlaces() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker)) {
            fixture.send(600);
            AtomicInteger begun = new AtomicInteger();
            CountDownLatch away = new CountDownLatch(1);
            Channel channel = new EchoChannel(TestConfiguration.stage(fixture.topics, 2, 40), record -> {
                LockSupport.parkNanos(10_000_000);
                if (begun.incrementAndGet() == 100) {
                    reach(away);
                    // The first record for that topic: were it not known, sending would block and fail.
                    throw new UnreadableMessageException("not an Avro message", new RuntimeException());
                }
            });
            var running = fixture.start(channel, LoopClients.PATIENCE, "emotionstream.kafka.\"max.block.ms\"", "1000");
            await("it works").until(() -> begun.get() >= 100);

            broker.stop();
            away.countDown();
            await("not ready").until(() -> !running.health().ready().up());
            assertThat(running.health().live().why()).isEqualTo("ok");
            assertThat(running.end()).isNotDone();
            broker.start();

            await("all committed").until(() -> fixture.committed() == 600);
            await("ready").until(() -> running.health().ready().up());
            assertThat(broker.end(fixture.topics.quarantine())).isEqualTo(1);
            List<Integer> answers = List.copyOf(new LinkedHashSet<>(fixture.answers(599)));
            assertThat(answers).hasSize(599);
            assertThat(answers.stream().filter(number -> number % 2 == 0)).isSorted();
            assertThat(answers.stream().filter(number -> number % 2 == 1)).isSorted();
        }
    }

    private static void reach(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
