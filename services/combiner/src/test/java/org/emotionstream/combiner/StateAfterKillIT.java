package org.emotionstream.combiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.LedgerEntry;
import org.emotionstream.schemas.LedgerState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a combiner that is killed finds on its disk when it comes back. */
class StateAfterKillIT {
    private static final int BEFORE = 30;
    // The write buffer of a store is 256 KiB: so much in one transaction reaches the disk before the transaction ends.
    private static final int UNCOMMITTED = 500;
    private static final String LONG = "-".repeat(1_000);
    private static final String LONGER_THAN_THE_TEST_TAKES = "PT5M";

    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @TempDir
    private Path folder;

    private Process process;

    @AfterEach
    void leaveNothingRunning() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void keepsWhatWasCommittedAndForgetsWhatAnAbortedTransactionWrote() throws Exception {
        ReleaseFolder.write(folder, Messages.RELEASE);
        Files.writeString(folder.resolve("DEFAULT"), Messages.RELEASE);
        broker.prepare(1);
        try (Workers workers = new Workers(broker);
                Committed<LedgerEntry> ledger = Committed.ledger(broker)) {
            start("PT0.1S");
            workers.take(0, BEFORE);
            ledger.await(BEFORE);
            process.destroyForcibly().waitFor();
            Map<Path, String> stores = stores();
            assertThat(stores).isNotEmpty();

            for (int image = 0; image < UNCOMMITTED; image++) {
                workers.tell(taken(image));
            }
            start(LONGER_THAN_THE_TEST_TAKES);
            await().until(() -> broker.end(broker.topics().imagesLedger()) >= BEFORE + UNCOMMITTED);
            process.destroyForcibly().waitFor();
            assertThat(ledger.all()).as("nothing more is committed").hasSize(BEFORE);

            start("PT0.1S");
            assertThat(ledger.await(BEFORE + UNCOMMITTED))
                    .as("each is entered on the ledger again, once")
                    .allSatisfy(entry -> assertThat(entry.getState()).isEqualTo(LedgerState.open))
                    .extracting(LedgerEntry::getImageId)
                    .doesNotHaveDuplicates()
                    .hasSize(BEFORE + UNCOMMITTED);
            assertThat(stores()).as("no store was made anew").isEqualTo(stores);
        }
    }

    /** Its session is 8 seconds, its transaction 10. */
    @Test
    @Tag("long")
    void afterAFreezeBeyondSessionAndTransactionGoesOnWithTheStoresThatItHas() throws Exception {
        ReleaseFolder.write(folder, Messages.RELEASE);
        Files.writeString(folder.resolve("DEFAULT"), Messages.RELEASE);
        broker.prepare(1);
        try (Workers workers = new Workers(broker);
                Committed<LedgerEntry> ledger = Committed.ledger(broker)) {
            start("PT9S", Map.of());
            workers.take(0, BEFORE);
            ledger.await(BEFORE);
            Map<Path, String> stores = stores();
            workers.take(BEFORE, BEFORE);
            // Written, and not committed yet.
            await().until(() -> broker.end(broker.topics().imagesLedger()) > 2 * BEFORE);
            signal("-STOP");
            TimeUnit.SECONDS.sleep(15);
            signal("-CONT");
            long thawed = System.nanoTime();
            assertThat(ledger.await(2 * BEFORE)).hasSize(2 * BEFORE);
            System.out.printf(
                    Locale.ROOT,
                    "the next entry of the ledger %.1f s after the freeze%n",
                    (System.nanoTime() - thawed) / 1e9);
            assertThat(stores()).as("no store was made anew").isEqualTo(stores);
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    private void start(String commitInterval) throws IOException {
        // At least the interval.
        start(commitInterval, Map.of("emotionstream.kafka.\"producer.transaction.timeout.ms\"", "300000"));
    }

    private void start(String commitInterval, Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(TestSettings.chainKeys(broker, folder));
        settings.putAll(TestSettings.combinerKeys(folder.resolve("state"), Duration.ofMinutes(10)));
        settings.put("combiner.commit-interval", commitInterval);
        settings.putAll(more);
        process = CombinerProcess.start(folder, settings);
    }

    private static ImageTaken taken(int image) {
        return ImageTaken.newBuilder(Messages.taken("image-" + (BEFORE + image) + LONG, image % 100, BEFORE + image))
                .setEnteredAt(Instant.now())
                .build();
    }

    /** The identity that RocksDB gives to each store when it makes it. */
    private Map<Path, String> stores() {
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            return files.filter(file -> file.endsWith("IDENTITY"))
                    .collect(Collectors.toMap(file -> file, StateAfterKillIT::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
