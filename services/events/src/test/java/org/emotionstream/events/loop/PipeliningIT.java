package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.emotionstream.events.testing.TestBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is worked on at the same time. */
class PipeliningIT {
    private static final int THREADS = 4;
    private static final int PARTITIONS = 4;

    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    /** Each record waits for three others: were fewer at work at once, they would wait in vain. */
    @Test
    void largeRecordsKeepFourThreadsAtWorkWhileThereIsABacklog() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker, PARTITIONS)) {
            LargeRecords.send(fixture, PARTITIONS);
            CyclicBarrier four = new CyclicBarrier(THREADS);
            fixture.start(
                    new EchoChannel(TestConfiguration.rawStage(fixture.topics, THREADS, 32), record -> meet(four)));

            await("all committed").until(() -> LargeRecords.committed(fixture, broker) == LargeRecords.COUNT);
        }
    }

    @Test
    void aSlowRecordHoldsBackNeitherResultsNorCommitsOfOtherPartitions() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker)) {
            fixture.send(400);
            CountDownLatch goOn = new CountDownLatch(1);
            fixture.start(2, 40, record -> {
                if (record.partition() == 0 && record.offset() == 3) {
                    reach(goOn);
                }
            });

            await("the other partition is committed")
                    .until(() -> broker.committed(fixture.topics.featurizerGroup(), fixture.topics.imagesLandmarks())
                                    .get(1)
                            == 200);

            assertThat(fixture.answers(203))
                    .hasSize(203)
                    .filteredOn(number -> number % 2 == 0)
                    .containsExactly(0, 2, 4);
            assertThat(broker.committed(fixture.topics.featurizerGroup(), fixture.topics.imagesLandmarks()))
                    .containsEntry(0, 3L);
            goOn.countDown();
            await("all committed").until(() -> fixture.committed() == 400);
            assertThat(fixture.answers(400).stream().filter(number -> number % 2 == 0))
                    .isEqualTo(IntStream.range(0, 200)
                            .mapToObj(number -> 2 * number)
                            .toList());
        }
    }

    private static void meet(CyclicBarrier others) {
        try {
            others.await(LoopFixture.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("worked on without " + THREADS + " at once", e);
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
