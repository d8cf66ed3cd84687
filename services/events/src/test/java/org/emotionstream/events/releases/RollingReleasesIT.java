package org.emotionstream.events.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.contract.ReleaseContent;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.Releases;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.testing.TestBroker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The parts of all seven services in the rolling of releases, on a real broker. */
class RollingReleasesIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @TempDir
    Path folder;

    private final List<Service> services = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        broker.prepare(1);
        ReleaseFolder.write(folder, "first");
        ReleaseFolder.write(folder, "second", ReleaseFolder.tellingHead());
        name("first");
    }

    @AfterEach
    void stopServices() {
        services.forEach(Service::close);
        services.clear();
    }

    @Test
    void forwardAndBackIsOneChange() throws IOException {
        startAll();
        assertThat(landmarker().roll.pinned()).isEqualTo("first");

        name("second");
        await("the second is pinned").until(() -> landmarker().roll.pinned().equals("second"));
        services.forEach(service -> assertThat(service.steps.contents())
                .extracting(ReleaseContent::id)
                .as(service.stage)
                .contains("second"));
        name("first");
        await("the first is pinned again")
                .until(() -> landmarker().roll.pinned().equals("first"));
    }

    @Test
    void leavesTheTopicToAThreadThatIsStillInBeginWhenItIsClosed() throws Exception {
        Service alone = new Service("featurizer", "alone", chain("alone"), Optional.empty(), false);
        CountDownLatch within = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> begin = CompletableFuture.runAsync(() -> alone.roll.begin(why -> {}, () -> {
            within.countDown();
            return reached(goOn);
        }));
        within.await();

        alone.close();
        goOn.countDown();

        assertThatCode(begin::get).as("it uses clients that nobody has closed").doesNotThrowAnyException();
    }

    /** Waits for this, and is false. */
    private static boolean reached(CountDownLatch latch) {
        try {
            latch.await();
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyLandmarkerFollowsTheSamePin() throws IOException {
        startAll();
        Service other = start("landmarker", "other", folder, Optional.empty());
        name("second");

        await("both have rolled")
                .until(() -> landmarker().roll.pinned().equals("second")
                        && other.roll.pinned().equals("second"));
    }

    @Test
    void oneStageThatCannotUseItKeepsTheOldOneForAll() throws IOException {
        startAll(Optional.of("cnn-worker-model-2"));

        name("second");

        await("the problem is said")
                .until(() -> landmarker().problem().contains("cnn-worker-model-2 cannot use second"));
        assertThat(landmarker().problem()).contains("not for cnn-worker-model-2");
        assertThat(landmarker().roll.pinned()).isEqualTo("first");
        assertThat(landmarker().roll.readiness()).containsEntry("release", "first");
        assertThat(landmarker().broken()).isEqualTo(1);
        // Everybody says it, whoever is asked.
        services.forEach(service -> await(service.stage + " says it")
                .until(() -> service.problem().contains("not for cnn-worker-model-2")));

        name("first");
        await("the problem is over").until(() -> landmarker().problem().isEmpty());
        assertThat(landmarker().broken()).isZero();
        assertThat(landmarker().info("first", "pinned")).isEqualTo(1);
    }

    @Test
    void aFlippedByteIsNamedAndTheOldOneServesUntilItIsMended() throws IOException {
        Path network = folder.resolve("second/model-4.onnx");
        byte[] whole = Files.readAllBytes(network);
        byte[] flipped = whole.clone();
        flipped[flipped.length / 2] ^= 1;
        Files.write(network, flipped);
        startAll();

        name("second");

        await("the problem is said").until(() -> landmarker().problem().contains("model-4.onnx"));
        assertThat(landmarker().problem()).contains("sha256");
        assertThat(landmarker().roll.pinned()).isEqualTo("first");
        Files.write(network, whole);
        await("the second is pinned").until(() -> landmarker().roll.pinned().equals("second"));
        await("the problem is over").until(() -> landmarker().broken() == 0);
    }

    @Test
    void theLastGoodOneSurvivesARestartOfEverything() throws IOException {
        startAll();
        name("second");
        await("the second is pinned").until(() -> landmarker().roll.pinned().equals("second"));
        stopServices();
        ReleaseFolder.write(folder, "third");
        Files.writeString(folder.resolve("third/release.json"), "{}");
        name("third");

        startAll();

        assertThat(landmarker().roll.pinned()).isEqualTo("second");
        assertThat(landmarker().problem()).contains("third/release.json");
        services.forEach(service -> assertThat(service.steps.contents())
                .extracting(ReleaseContent::id)
                .as(service.stage)
                .containsExactly("second"));
    }

    @Test
    void whereNothingWasEverPinnedABrokenOneEndsTheService() throws IOException {
        Files.delete(folder.resolve("first/head.json"));

        for (String stage : ServiceNames.ALL) {
            assertThatThrownBy(() -> start(stage, stage, folder, Optional.empty()))
                    .as(stage)
                    .isInstanceOf(ReleaseException.class)
                    .hasMessageContaining("head.json");
        }
    }

    @Test
    void whatTheLandmarkerIsToldOverridesWhatIsPinned() throws IOException {
        startAll();
        services.remove(0).close();

        Service told = start("landmarker", "landmarker", folder, Optional.of("second"));

        assertThat(told.roll.pinned()).isEqualTo("second");
        assertThat(told.problem()).isEmpty();
    }

    @Test
    void whatAKilledInstanceSaidIsTakenBackAfterADay() throws IOException {
        String topic = broker.topics().releases();
        // So that a test can say when something was said.
        broker.alter(topic, "message.timestamp.type", "CreateTime");
        broker.send(new ProducerRecord<>(
                topic,
                0,
                System.currentTimeMillis() - Duration.ofDays(2).toMillis(),
                "featurizer/killed".getBytes(StandardCharsets.UTF_8),
                ReleaseMessages.write(Board.holding("featurizer", "killed", "first", Board.OLD))));

        startAll();

        await("it is taken back").until(() -> broker.read(topic, (int) broker.end(topic)).stream()
                .anyMatch(record -> record.value() == null
                        && new String(record.key(), StandardCharsets.UTF_8).equals("featurizer/killed")));
    }

    private void startAll() {
        startAll(Optional.empty());
    }

    /** @param picky a stage that cannot use the second release, for a reason that only it can see */
    private void startAll(Optional<String> picky) {
        for (String stage : ServiceNames.ALL) {
            services.add(new Service(stage, stage, chain(stage), Optional.empty(), picky.equals(Optional.of(stage))));
        }
        services.forEach(Service::begin);
    }

    private Service start(String stage, String instance, Path releases, Optional<String> told) {
        Service service = new Service(stage, instance, chain(instance), told, false);
        services.add(service);
        service.begin();
        return service;
    }

    private Service landmarker() {
        return services.get(0);
    }

    private ChainConfiguration chain(String instance) {
        return broker.chain(
                "emotionstream.instance-id",
                instance,
                "emotionstream.releases",
                folder.toString(),
                "emotionstream.release-check",
                "PT0.05S");
    }

    private void name(String id) throws IOException {
        Files.writeString(folder.resolve("DEFAULT"), id + "\n");
    }

    /** One service without its work. */
    private static final class Service implements AutoCloseable {
        private final String stage;
        private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
        private final ReleasedSteps<String> steps;
        private final ReleaseRoll roll;

        Service(String stage, String instance, ChainConfiguration chain, Optional<String> told, boolean picky) {
            this.stage = stage;
            steps = new ReleasedSteps<>(new Releases(chain.releases()), stored -> {
                if (picky && stored.release().id().equals("second")) {
                    throw new ReleaseException("not for " + stage);
                }
                return stored.release().id();
            });
            roll = stage.equals(ServiceNames.LANDMARKER)
                    ? ReleaseRoll.pinning(chain, told, steps, registry)
                    : ReleaseRoll.following(chain, stage, steps, registry);
        }

        void begin() {
            roll.begin(waiting -> {}, () -> false);
        }

        String problem() {
            return roll.readiness().getOrDefault("release-problem", "");
        }

        double broken() {
            return registry.get("emotionstream.release.broken").gauge().value();
        }

        double info(String release, String state) {
            return registry.get("emotionstream.release.info")
                    .tag("release", release)
                    .tag("state", state)
                    .gauge()
                    .value();
        }

        @Override
        public void close() {
            roll.close();
        }
    }
}
