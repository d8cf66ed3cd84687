package org.emotionstream.combiner;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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

class ExactlyOnceIT {
    private static final int IMAGES = 500;
    private static final int AT_ONCE = 100;
    private static final Duration NO_DEADLINE = Duration.ofMinutes(10);

    @RegisterExtension
    final TestBroker broker = TestBroker.own();

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

    @TempDir
    private Path folder;

    private ChainConfiguration chain;

    @BeforeEach
    void prepare() throws Exception {
        ReleaseFolder.write(folder, Messages.RELEASE);
        Files.writeString(folder.resolve("DEFAULT"), Messages.RELEASE);
        chain = TestSettings.chain(broker, folder);
        broker.prepare(TestSettings.PARTITIONS);
    }

    @Test
    void everyImageIsAnsweredOnceAcrossKills() throws Exception {
        Process process = startProcess();
        try (Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker)) {
            for (int sent = AT_ONCE; sent <= IMAGES; sent += AT_ONCE) {
                workers.take(sent - AT_ONCE, AT_ONCE);
                workers.answer(sent - AT_ONCE, AT_ONCE);
                // In the midst of this hundred: some are answered, some open, some unread.
                answers.await(sent - AT_ONCE / 2);
                process.destroyForcibly().waitFor();
                process = startProcess();
            }
            answers.await(IMAGES);
            process.destroy();
            process.waitFor();
            assertOnce(answers.all());
            assertLedgerAgrees();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void everyImageIsAnsweredOnceAcrossRestartsOfCombinerAndBroker() {
        CombinerStreams combiner = start(NO_DEADLINE);
        try (Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker)) {
            for (int sent = AT_ONCE; sent <= IMAGES; sent += AT_ONCE) {
                workers.take(sent - AT_ONCE, AT_ONCE);
                workers.answer(sent - AT_ONCE, AT_ONCE);
                answers.await(sent - AT_ONCE / 2);
                combiner.close();
                broker.stop();
                broker.start();
                combiner = start(NO_DEADLINE);
            }
            answers.await(IMAGES);
            combiner.close();
            assertOnce(answers.all());
            assertLedgerAgrees();
        } finally {
            combiner.close();
        }
        assertThat(failure).isNotDone();
    }

    @Test
    void theBrokerMayGoAndComeBack() {
        try (CombinerStreams combiner = start(NO_DEADLINE);
                Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker)) {
            workers.take(0, IMAGES);
            workers.answer(0, AT_ONCE);
            answers.await(AT_ONCE / 2);
            broker.stop();
            broker.start();
            workers.answer(AT_ONCE, IMAGES - AT_ONCE);
            answers.await(IMAGES);
            combiner.close();
            assertOnce(answers.all());
            assertLedgerAgrees();
        }
        assertThat(failure).isNotDone();
    }

    @Test
    void nobodyIsGivenUpWhoseAnswersWaitedUnread() {
        Duration shorterThanAnyReading = Duration.ofMillis(1);
        try (Workers workers = new Workers(broker);
                Committed<ImageEmotions> answers = Committed.answers(broker)) {
            workers.answer(0, IMAGES);
            workers.take(0, IMAGES);
            try (CombinerStreams combiner = start(shorterThanAnyReading)) {
                answers.await(IMAGES);
                combiner.close();
                assertOnce(answers.all());
                assertLedgerAgrees();
            }
        }
    }

    private Process startProcess() throws Exception {
        Map<String, String> settings = new HashMap<>(TestSettings.chainKeys(broker, folder));
        settings.putAll(TestSettings.combinerKeys(folder.resolve("state"), NO_DEADLINE));
        return CombinerProcess.start(folder, settings);
    }

    private CombinerStreams start(Duration deadline) {
        return new CombinerStreams(
                        chain,
                        TestSettings.combiner(folder.resolve("state"), deadline),
                        new SimpleMeterRegistry(),
                        failure::complete)
                .start();
    }

    /** By an independent read-committed consumer: the last entry of each image is its one answer. */
    private void assertLedgerAgrees() {
        try (Committed<LedgerEntry> ledger = Committed.ledger(broker)) {
            List<LedgerEntry> entries = ledger.all();
            Map<String, LedgerEntry> last = new HashMap<>();
            entries.forEach(entry -> last.put(entry.getImageId(), entry));
            assertThat(last).hasSize(IMAGES);
            assertThat(last.values()).allSatisfy(entry -> {
                assertThat(entry.getState()).isEqualTo(LedgerState.complete);
                assertThat(entry.getRevision()).isEqualTo(1);
                assertThat(entry.getModels()).hasSize(4);
            });
            assertThat(entries.stream().filter(entry -> entry.getState() == LedgerState.complete))
                    .as("no image becomes complete twice, nor goes back")
                    .hasSize(IMAGES);
        }
    }

    private static void assertOnce(List<ImageEmotions> answers) {
        assertThat(answers)
                .extracting(ImageEmotions::getImageId)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, IMAGES)
                        .mapToObj(image -> "image-" + image)
                        .toList());
        assertThat(answers).extracting(ImageEmotions::getPartial).containsOnly(false);
    }
}
