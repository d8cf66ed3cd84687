package org.emotionstream.combiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigResource;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.combiner.topology.TimeSegments;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Settings;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the combiner has answered, it knows after a change of the horizon too. */
class HorizonChangeIT {
    private static final long A_HALF_HOUR_AND_ONE_MINUTE_OFF =
            TimeSegments.INTERVAL.plusMinutes(31).toMillis();

    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @TempDir
    private Path folder;

    private SimpleMeterRegistry meters;

    @BeforeEach
    void prepare() throws IOException {
        ReleaseFolder.write(folder, Messages.RELEASE);
        Files.writeString(folder.resolve("DEFAULT"), Messages.RELEASE);
        broker.prepare(1);
    }

    @Test
    void raisedAndLoweredItAnswersNothingTwiceAndAmendsWhatItAnsweredInPart() throws Exception {
        try (Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker);
                Committed<ImageEmotions> amendments = Committed.amendments(broker)) {
            try (CombinerStreams combiner = start(Duration.ofHours(30))) {
                workers.answer(0, 1);
                workers.answer(1, 1, List.of("model-1"));
                answers.await(2);
                assertThat(changelogRetention()).isEqualTo(Duration.ofHours(30).plusMinutes(11));
            }
            try (CombinerStreams combiner = start(Duration.ofHours(36))) {
                comesAgain(workers, "model-2");
                assertThat(amendments.await(1)).hasSize(1);
                assertThat(changelogRetention()).isEqualTo(Duration.ofHours(36).plusMinutes(11));
            }
            try (CombinerStreams combiner = start(Duration.ofHours(29))) {
                comesAgain(workers, "model-3");
                assertThat(amendments.await(2))
                        .extracting(ImageEmotions::getRevision)
                        .containsExactly(2, 3);
                assertThat(changelogRetention()).isEqualTo(Duration.ofHours(29).plusMinutes(11));
            }
            assertThat(answers.all()).hasSize(2);
        }
    }

    /** An earlier combiner derived the length of a segment from its horizon. */
    @Test
    void aFolderWhoseSegmentsHaveAnotherIntervalIsDeletedAndComesBackFromTheChangelogs() throws Exception {
        try (Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker);
                Committed<ImageEmotions> amendments = Committed.amendments(broker)) {
            try (CombinerStreams combiner = start(Duration.ofHours(31))) {
                workers.answer(0, 1);
                workers.answer(1, 1, List.of("model-1"));
                answers.await(2);
            }
            for (Path segment : segments()) {
                String store = segment.getParent().getFileName().toString();
                long begin = Long.parseLong(segment.getFileName().toString().substring(store.length() + 1));
                Files.move(segment, segment.resolveSibling(store + "." + (begin - A_HALF_HOUR_AND_ONE_MINUTE_OFF)));
            }
            try (CombinerStreams combiner = start(Duration.ofHours(31))) {
                comesAgain(workers, "model-2");
                assertThat(amendments.await(1)).hasSize(1);
            }
            assertThat(answers.all()).hasSize(2);
            assertThat(segments()).hasSize(2).allSatisfy(segment -> {
                String name = segment.getFileName().toString();
                long begin = Long.parseLong(name.substring(name.indexOf('.') + 1));
                assertThat(begin % TimeSegments.INTERVAL.toMillis()).isZero();
            });
        }
    }

    /** The first image wholly, and a network that is late for the second. */
    private void comesAgain(Workers workers, String late) {
        workers.answer(0, 1);
        workers.answer(1, 1, List.of(late));
        await().until(() -> meters.get("combiner.distributions")
                        .tag("outcome", "duplicate")
                        .counter()
                        .count()
                >= 4);
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> found = Files.walk(folder.resolve("state"), 4)) {
            return found.filter(path -> TimeSegments.STORES.contains(
                            path.getParent().getFileName().toString()))
                    .toList();
        }
    }

    /** Of both changelogs in segments of time, which is the same. */
    private Duration changelogRetention() throws Exception {
        List<String> kept = broker
                .admin()
                .describeConfigs(TimeSegments.STORES.stream()
                        .map(store -> new ConfigResource(
                                ConfigResource.Type.TOPIC,
                                broker.topics().combinerGroup() + "-" + store + "-changelog"))
                        .toList())
                .all()
                .get()
                .values()
                .stream()
                .map(config -> config.get("retention.ms").value())
                .distinct()
                .toList();
        assertThat(kept).hasSize(1);
        return Duration.ofMillis(Long.parseLong(kept.get(0)));
    }

    private CombinerStreams start(Duration horizon) {
        Map<String, String> keys = new HashMap<>(TestSettings.chainKeys(broker, folder));
        keys.put("emotionstream.horizon", horizon.toString());
        meters = new SimpleMeterRegistry();
        CombinerStreams combiner = new CombinerStreams(
                Settings.read(ChainConfiguration.class, keys),
                TestSettings.combiner(folder.resolve("state"), Duration.ofSeconds(1)),
                meters,
                new CompletableFuture<Throwable>()::complete);
        return combiner.start();
    }
}
