package org.emotionstream.events.loop;

import static org.awaitility.Awaitility.await;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.emotionstream.events.testing.TestBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How long a backlog of 40 records of 3 MB takes on four partitions, with four threads and a step that waits 100 ms:
 * 1 s where all four are always at work. No test; run by name.
 */
class PipeliningBenchmark {
    private static final int PARTITIONS = 4;
    private static final int ROUNDS = 3;
    private static final long STEP_NANOS = 100_000_000;

    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @Test
    void secondsForABacklogOfLargeRecords() throws Exception {
        AtomicLong first = new AtomicLong();
        try (LoopFixture fixture = new LoopFixture(broker, PARTITIONS)) {
            fixture.start(new EchoChannel(TestConfiguration.rawStage(fixture.topics, PARTITIONS, 32), record -> {
                first.compareAndSet(0, System.nanoTime());
                LockSupport.parkNanos(STEP_NANOS);
            }));
            await("ready").until(() -> fixture.started.get(0).health().ready().up());
            for (int round = 1; round <= ROUNDS; round++) {
                int all = round * LargeRecords.COUNT;
                first.set(0);
                LargeRecords.send(fixture, PARTITIONS);
                await("all committed").until(() -> LargeRecords.committed(fixture, broker) == all);
                System.out.printf(Locale.ROOT, "%.2f s%n", (System.nanoTime() - first.get()) / 1e9);
            }
        }
    }
}
