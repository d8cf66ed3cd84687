package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotionstream.events.loop.LoopFixture.PATIENCE;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.emotionstream.localbroker.LocalBroker;
import org.junit.jupiter.api.Test;

class BrokerAwayIT {
    @Test
    void isWaitedForAliveButNotReadyAndNothingIsLostOrChangesPlaces() throws Exception {
        try (LocalBroker broker = LocalBroker.temporary().start();
                LoopFixture fixture = new LoopFixture(broker, "away.")) {
            fixture.send(600);
            AtomicInteger begun = new AtomicInteger();
            var running = fixture.start(2, 40, record -> {
                begun.incrementAndGet();
                LockSupport.parkNanos(10_000_000);
            });
            Until.holds(PATIENCE, "it works", () -> begun.get() > 100);

            broker.stop();
            Until.holds(PATIENCE, "not ready", () -> !running.health().ready().up());
            assertThat(running.health().live().up()).isTrue();
            assertThat(running.end()).isNotDone();
            broker.start();

            Until.holds(PATIENCE, "all committed", () -> fixture.committed() == 600);
            Until.holds(PATIENCE, "ready", () -> running.health().ready().up());
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
