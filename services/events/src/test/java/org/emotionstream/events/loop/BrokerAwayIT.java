package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.emotionstream.events.testing.TestBroker;
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
            var running = fixture.start(2, 40, record -> {
                begun.incrementAndGet();
                LockSupport.parkNanos(10_000_000);
            });
            await("it works").until(() -> begun.get() > 100);

            broker.stop();
            await("not ready").until(() -> !running.health().ready().up());
            assertThat(running.health().live().up()).isTrue();
            assertThat(running.end()).isNotDone();
            broker.start();

            await("all committed").until(() -> fixture.committed() == 600);
            await("ready").until(() -> running.health().ready().up());
            List<Integer> answers = List.copyOf(new LinkedHashSet<>(fixture.answers(600)));
            assertThat(answers.stream().filter(number -> number % 2 == 0))
                    .hasSize(300)
                    .isSorted();
            assertThat(answers.stream().filter(number -> number % 2 == 1))
                    .hasSize(300)
                    .isSorted();
        }
    }
}
