package org.emotionstream.events.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.localbroker.DamagedBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partition whose next batch cannot be read. */
class HeldBackIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    /** Whether a fetch holds its batch before or behind the records of the other partition: none of these is lost. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void isTriedAgainAndReadWhenItsCodecIsKnownWhileTheOthersGoOn(int held) throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker)) {
            fixture.send(10);
            DamagedBatch batch = DamagedBatch.at(broker.log(fixture.topics.imagesLandmarks(), held), 0);
            batch.packUnknown();

            var running = fixture.start(echo(fixture), Duration.ofSeconds(20));

            await("the other is committed").until(() -> committed(fixture).equals(Map.of(held, 0L, 1 - held, 5L)));
            await("health says why")
                    .until(() ->
                            running.health().ready().why().contains("partition " + held + " is held back at offset 0"));
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
    void nothingOfTheOthersIsLostWhenABatchTurnsUpThatCannotBeRead() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker)) {
            fixture.send(10);
            var running = fixture.start(echo(fixture), Duration.ofSeconds(20));
            await("all committed").until(() -> fixture.committed() == 10);
            running.loop().stop();
            await("the first has ended").until(() -> running.end().isDone());
            fixture.send(10);
            DamagedBatch batch = DamagedBatch.at(broker.log(fixture.topics.imagesLandmarks(), 1), 5);
            batch.packUnknown();

            fixture.start(echo(fixture), Duration.ofSeconds(20));

            await("the other is committed").until(() -> committed(fixture).equals(Map.of(0, 10L, 1, 5L)));
            assertThat(fixture.answers(15)).hasSize(15);
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

    @Test
    void goesOnWhenOnlyTheRecordThatItIsHeldBackForIsDeleted() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker)) {
            var running = heldBackAtTheFirst(fixture);

            delete(fixture, 1);

            await("all committed").until(() -> fixture.committed() == 10);
            assertThat(fixture.answers(9)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
            assertThat(passedOver(fixture)).isEqualTo(1);
            assertThat(running.health().ready().why()).isEqualTo("ok");
        }
    }

    @Test
    void stopsAndNamesTheRangeWhenMoreIsDeletedThanTheRecordThatItIsHeldBackFor() throws Exception {
        try (LoopFixture fixture = new LoopFixture(broker)) {
            var running = heldBackAtTheFirst(fixture);

            delete(fixture, 2);

            assertThatThrownBy(() -> running.end().get(LoopFixture.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .hasMessageContaining("partition 0 offset 0")
                    .hasMessageContaining("records may be lost");
            assertThat(committed(fixture)).isEqualTo(Map.of(0, 0L, 1, 5L));
        }
    }

    private LoopFixture.Running heldBackAtTheFirst(LoopFixture fixture) throws Exception {
        fixture.send(10);
        DamagedBatch.at(broker.log(fixture.topics.imagesLandmarks(), 0), 0).packUnknown();
        var running = fixture.start(echo(fixture), Duration.ofSeconds(20));
        await("health says why")
                .until(() -> running.health().ready().why().contains("partition 0 is held back at offset 0"));
        await("the other is committed").until(() -> committed(fixture).equals(Map.of(0, 0L, 1, 5L)));
        return running;
    }

    /** As retention does: the broker forgets all records of the first partition before this offset. */
    private void delete(LoopFixture fixture, long before) {
        var partition = new TopicPartition(fixture.topics.imagesLandmarks(), 0);
        TestBroker.await(broker.admin()
                .deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(before)))
                .all());
    }

    private static Channel echo(LoopFixture fixture) {
        // One poll may take all that is there, of both partitions.
        return new EchoChannel(TestConfiguration.stage(fixture.topics, 1, 100), record -> {});
    }

    private Map<Integer, Long> committed(LoopFixture fixture) {
        return broker.committed(fixture.topics.featurizerGroup(), fixture.topics.imagesLandmarks());
    }

    private static double passedOver(LoopFixture fixture) {
        return fixture.registry.get("emotionstream.passed.over").counter().count();
    }
}
