package org.emotionstream.combiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.LedgerEntry;
import org.emotionstream.schemas.LedgerState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CombinerStreamsIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    private Path folder;

    private ChainConfiguration chain;

    @BeforeEach
    void prepare() throws Exception {
        ReleaseFolder.write(folder, Messages.RELEASE);
        Files.writeString(folder.resolve("DEFAULT"), Messages.RELEASE);
        chain = TestSettings.chain(broker, folder);
    }

    @Test
    void aPartialAnswerComesByTheClockAlthoughNothingMoreArrives() {
        broker.prepare(TestSettings.PARTITIONS);
        try (CombinerStreams combiner = start(Duration.ofSeconds(2));
                Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker)) {
            workers.answer(0, 1, List.of("model-1", "model-3"));

            ImageEmotions answer = answers.await(1).get(0);
            assertThat(answer.getPartial()).isTrue();
            assertThat(answer.getModels()).containsExactly("model-1", "model-3");
            assertThat(combiner.health().ready()).isEqualTo(CombinerHealth.Answer.OK);
        }
    }

    @Test
    void whatWasOpenBeforeARestartIsAnsweredAfterIt() {
        broker.prepare(TestSettings.PARTITIONS);
        try (Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker)) {
            try (CombinerStreams combiner = start(Duration.ofMinutes(10))) {
                workers.answer(0, 1, List.of("model-2"));
                await().until(() -> meters.get("combiner.open.joins").gauge().value() == 1);
            }
            try (CombinerStreams combiner = start(Duration.ofSeconds(2))) {
                assertThat(answers.await(1))
                        .extracting(ImageEmotions::getModels)
                        .containsExactly(List.of("model-2"));
            }
        }
    }

    @Test
    void aWallClockThatJumpsNeitherHastensAPartialAnswerNorHoldsItBack() {
        broker.prepare(TestSettings.PARTITIONS);
        AtomicReference<Duration> off = new AtomicReference<>(Duration.ZERO);
        InstantSource wallClock = () -> Instant.now().plus(off.get());
        try (CombinerStreams combiner = new CombinerStreams(
                                chain,
                                TestSettings.combiner(folder.resolve("state"), Duration.ofSeconds(8)),
                                meters,
                                failure::complete,
                                wallClock)
                        .start();
                Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker)) {
            workers.answer(0, 1, List.of("model-1", "model-2", "model-3"));
            await().until(() -> meters.get("combiner.open.joins").gauge().value() == 1);
            off.set(Duration.ofHours(1));
            workers.answer(1, 1);
            answers.await(1);
            workers.answer(0, 1, List.of("model-4"));
            assertThat(answers.await(2))
                    .as("an hour ahead")
                    .extracting(ImageEmotions::getPartial)
                    .containsExactly(false, false);

            workers.answer(2, 1, List.of("model-1"));
            await().until(() -> meters.get("combiner.open.joins").gauge().value() == 1);
            off.set(Duration.ofHours(-1));
            assertThat(answers.await(3))
                    .as("an hour behind")
                    .extracting(ImageEmotions::getPartial)
                    .containsExactly(false, false, true);
        }
    }

    @Test
    void amendmentsAndLedgerSurviveARestart() {
        broker.prepare(TestSettings.PARTITIONS);
        try (Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker);
                Committed<ImageEmotions> amendments = Committed.amendments(broker);
                Committed<LedgerEntry> ledger = Committed.ledger(broker)) {
            try (CombinerStreams combiner = start(Duration.ofSeconds(2))) {
                workers.take(0, 3);
                workers.answer(0, 1, List.of("model-1", "model-3"));
                answers.await(1);
            }
            SimpleMeterRegistry after = new SimpleMeterRegistry();
            try (CombinerStreams combiner = new CombinerStreams(
                            chain,
                            TestSettings.combiner(folder.resolve("elsewhere"), Duration.ofSeconds(2)),
                            after,
                            failure::complete)
                    .start()) {
                workers.answer(0, 1, List.of("model-2", "model-4"));
                assertThat(amendments.await(2))
                        .extracting(ImageEmotions::getRevision)
                        .containsExactly(2, 3);
                await().until(() -> open(after) == 2);
                assertThat(after.get("combiner.ledger.balance").gauge().value()).isZero();
            }
            assertThat(ledger.all().stream().filter(entry -> entry.getImageId().equals("image-0")))
                    .extracting(LedgerEntry::getState)
                    .containsExactly(LedgerState.open, LedgerState.partial, LedgerState.amended, LedgerState.amended);
            assertThat(answers.all()).hasSize(1);
        }
    }

    private static double open(SimpleMeterRegistry registry) {
        return registry.get("combiner.ledger.images").gauge().value();
    }

    @Test
    void waitsForItsTopicsAndSaysSo() {
        try (CombinerStreams combiner = start(Duration.ofSeconds(2));
                Workers workers = new Workers(broker)) {
            await().until(() -> combiner.health().ready().why().contains("topics that do not exist"));
            assertThat(combiner.health().ready().up()).isFalse();
            assertThat(combiner.health().live().up()).isTrue();

            broker.prepare(TestSettings.PARTITIONS);
            await().until(() -> combiner.health().ready().up());
        }
    }

    @Test
    void unequalPartitionCountsStopItNamingBoth() throws Exception {
        broker.prepare(TestSettings.PARTITIONS);
        broker.admin()
                .createPartitions(Map.of(broker.topics().emotions("model-4"), NewPartitions.increaseTo(5)))
                .all()
                .get();

        try (CombinerStreams combiner = start(Duration.ofSeconds(2))) {
            assertThat(failure.get(120, TimeUnit.SECONDS))
                    .hasMessageContaining("emotions.model-1=3")
                    .hasMessageContaining("emotions.model-4=5");
            assertThat(combiner.health().live().up()).isFalse();
        }
    }

    @Test
    void aHorizonThatDoesNotCoverTopicsAndDeadlineStopsIt() throws Exception {
        broker.prepare(TestSettings.PARTITIONS);

        // The topics keep 28 h on the way, the horizon is 30 h.
        try (CombinerStreams combiner = start(Duration.ofHours(3))) {
            assertThat(failure.get(120, TimeUnit.SECONDS))
                    .hasMessageContaining("emotionstream.horizon is PT30H and must be at least PT31H")
                    .hasMessageContaining("images.raw PT7H")
                    .hasMessageContaining("combiner.deadline PT3H");
            assertThat(combiner.health().live().up()).isFalse();
        }
    }

    @Test
    void aLostRangeStopsItAndIsReported() throws Exception {
        broker.prepare(TestSettings.PARTITIONS);
        try (Workers workers = new Workers(broker)) {
            workers.answer(0, 20);
        }
        TopicPartition partition = new TopicPartition(broker.topics().emotions("model-2"), 0);
        broker.admin()
                .deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(2)))
                .all()
                .get();

        try (CombinerStreams combiner = start(Duration.ofSeconds(2))) {
            assertThat(failure.get(120, TimeUnit.SECONDS)).hasStackTraceContaining("emotions.model-2-0");
            assertThat(combiner.health().live().up()).isFalse();
        }
    }

    @Test
    void aMissingReleaseStopsIt() throws Exception {
        broker.prepare(TestSettings.PARTITIONS);
        Files.writeString(folder.resolve("DEFAULT"), "another");
        try (CombinerStreams combiner = start(Duration.ofSeconds(2))) {
            assertThat(failure.get(120, TimeUnit.SECONDS)).hasMessageContaining("there is no release another");
            assertThat(combiner.health().ready().up()).isFalse();
        }
    }

    private CombinerStreams start(Duration deadline) {
        return new CombinerStreams(
                        chain, TestSettings.combiner(folder.resolve("state"), deadline), meters, failure::complete)
                .start();
    }
}
