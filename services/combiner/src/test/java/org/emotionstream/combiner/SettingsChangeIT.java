package org.emotionstream.combiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewPartitions;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.events.administration.TopicAdministrator;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of what was answered when settings change between two starts: the table of docs/guides/settings.md. */
class SettingsChangeIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private SimpleMeterRegistry meters;

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        release(folder);
        broker.prepare(1);
    }

    private static void release(Path folder) throws IOException {
        ReleaseFolder.write(folder, Messages.RELEASE);
        Files.writeString(folder.resolve("DEFAULT"), Messages.RELEASE);
    }

    @Test
    void deadlineThreadsStandbyCommitIntervalInstanceReleasesAndStateFolderChangeNothingThatWasAnswered()
            throws Exception {
        try (Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker)) {
            try (CombinerStreams combiner = start(Map.of(), Map.of("combiner.deadline", "PT1S"))) {
                workers.answer(0, 1);
                workers.answer(1, 1, List.of("model-1"));
                answers.await(2);
            }
            release(folder.resolve("moved"));
            Map<String, String> otherChain = Map.of(
                    "emotionstream.instance-id",
                    "another",
                    "emotionstream.releases",
                    folder.resolve("moved").toString());
            Map<String, String> otherCombiner = Map.of(
                    "combiner.deadline", "PT10M",
                    "combiner.threads", "2",
                    "combiner.standby-replicas", "1",
                    "combiner.commit-interval", "PT0.5S");
            try (CombinerStreams combiner = start(otherChain, otherCombiner)) {
                answersNothingAgain(workers, "model-2");
            }
            try (CombinerStreams combiner = start(
                    otherChain,
                    Map.of(
                            "combiner.state-directory",
                            folder.resolve("elsewhere").toString()))) {
                answersNothingAgain(workers, "model-3");
            }
            assertThat(answers.all()).hasSize(2);
        }
    }

    private void answersNothingAgain(Workers workers, String late) {
        workers.answer(0, 1);
        workers.answer(1, 1, List.of(late));
        await().until(() -> count("duplicate") >= 4 && count("amended") >= 1);
    }

    private double count(String outcome) {
        return meters.get("combiner.distributions")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void anotherPrefixIsAnotherChainWithItsOwnTopicsGroupsAndMemory() {
        Topics other = new Topics(broker.topics().prefix() + "other.");
        new TopicAdministrator(broker.admin(), other, 1, (short) 1).prepare();
        try (Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker)) {
            try (CombinerStreams combiner = start(Map.of(), Map.of())) {
                workers.answer(0, 1);
                answers.await(1);
            }
            try (CombinerStreams combiner = start(Map.of("emotionstream.topic-prefix", other.prefix()), Map.of())) {
                await().until(() -> combiner.health().ready().up());
                assertThat(broker.end(other.emotionsFinal())).isZero();
            }
            try (CombinerStreams combiner = start(Map.of(), Map.of())) {
                workers.answer(0, 1);
                await().until(() -> count("duplicate") >= 4);
            }
            assertThat(answers.all()).hasSize(1);
        }
    }

    @Test
    void partitionsThatWereAddedToAllTopicsThatAreJoinedStopItWithTheWayOut() throws Exception {
        try (Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker);
                CombinerStreams combiner = start(Map.of(), Map.of())) {
            workers.answer(0, 1);
            answers.await(1);
        }
        Map<String, NewPartitions> raised = new HashMap<>();
        broker.topics().inputsOfCombiner().forEach(topic -> raised.put(topic, NewPartitions.increaseTo(2)));
        broker.admin().createPartitions(raised).all().get();
        broker.prepare(1);

        try (CombinerStreams combiner = start(Map.of(), Map.of())) {
            assertThat(failure.get(120, TimeUnit.SECONDS))
                    .hasMessageContaining("the topics that are joined have 2 partitions")
                    .hasMessageContaining("partial-answers-changelog has 1")
                    .hasMessageContaining("docs/runbook/add-partitions.md");
        }
    }

    private CombinerStreams start(Map<String, String> chain, Map<String, String> combiner) {
        Map<String, String> chainKeys = new HashMap<>(TestSettings.chainKeys(broker, folder));
        chainKeys.putAll(chain);
        Map<String, String> combinerKeys = new HashMap<>(
                Map.of("combiner.state-directory", folder.resolve("state").toString()));
        combinerKeys.putAll(combiner);
        meters = new SimpleMeterRegistry();
        CombinerStreams started = new CombinerStreams(
                Settings.read(ChainConfiguration.class, chainKeys),
                Settings.read(CombinerConfiguration.class, combinerKeys),
                meters,
                failure::complete);
        return started.start();
    }
}
