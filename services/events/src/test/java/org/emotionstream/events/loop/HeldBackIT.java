package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.emotionstream.events.testing.DamagedBatch;
import org.emotionstream.events.testing.TestBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A partition whose next batch cannot be read. */
class HeldBackIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @Test
    void isTriedAgainAndReadWhenItsCodecIsKnownWhileTheOthersGoOn() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker)) {
            fixture.send(10);
            DamagedBatch batch = DamagedBatch.at(broker.log(fixture.topics.imagesLandmarks(), 0), 0);
            batch.packUnknown();

            var running = fixture.start(echo(fixture), Duration.ofSeconds(20));

            await("the other is committed").until(() -> committed(fixture).equals(Map.of(0, 0L, 1, 5L)));
            await("health says why")
                    .until(() -> running.health().ready().why().contains("partition 0 is held back at offset 0"));
            assertThat(running.health().ready().up()).isTrue();
            assertThat(fixture.registry
                            .get("emotionstream.held.back.partitions")
                            .gauge()
                            .value())
                    .isEqualTo(1);

            batch.mend();

            await("all committed").until(() -> fixture.committed() == 10);
            assertThat(fixture.answers(10)).hasSize(10);
            await("health is clear").until(() -> running.health().ready().why().equals("ok"));
            assertThat(passedOver(fixture)).isZero();
        }
    }

    @Test
    void isPassedOverByItsBrokenRecordAloneWhenPatienceIsOver() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker)) {
            fixture.send(10);
            DamagedBatch.at(broker.log(fixture.topics.imagesLandmarks(), 0), 4).damage();

            fixture.start(echo(fixture), Duration.ofSeconds(1));

            await("all committed").until(() -> fixture.committed() == 10);
            assertThat(fixture.answers(9)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 9);
            assertThat(passedOver(fixture)).isEqualTo(1);
        }
    }

    private static Channel echo(LoopFixture fixture) {
        return new EchoChannel(TestConfiguration.stage(fixture.topics, 1, 10), record -> {});
    }

    private Map<Integer, Long> committed(LoopFixture fixture) {
        return broker.committed(fixture.topics.featurizerGroup(), fixture.topics.imagesLandmarks());
    }

    private static double passedOver(LoopFixture fixture) {
        return fixture.registry.get("emotionstream.passed.over").counter().count();
    }
}
