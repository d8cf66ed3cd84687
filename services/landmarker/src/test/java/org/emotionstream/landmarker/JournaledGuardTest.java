package org.emotionstream.landmarker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.events.wire.SchemaRegistryException;
import org.emotionstream.landmarker.journal.CrashJournal;
import org.emotionstream.landmarks.PictureOutcome;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.emotionstream.landmarks.PictureOutcome.Rejected;
import org.emotionstream.landmarks.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournaledGuardTest {
    private static final Decoded FINE = new Decoded(1, 1, List.of(), 0, 80);

    @TempDir
    Path folder;

    @Test
    void whatIsInNativeCodeIsWrittenDownAndErasedAfter() {
        try (CrashJournal journal = open()) {
            JournaledGuard guard = guard(journal);
            guard.picture(record(1), picture(1), encoded -> {
                assertThat(inHandInTheFile()).as("while it works").isEqualTo(1);
                return FINE;
            });
            guard.picture(record(2), picture(2), encoded -> FINE);
        }
        try (CrashJournal journal = open()) {
            assertThat(journal.countedAtStart()).isZero();
        }
    }

    @Test
    void aPictureOnWhichNativeCodeThrowsIsRejectedAfterTheSecondTime() {
        for (int time = 0; time < 2; time++) {
            try (CrashJournal journal = open()) {
                JournaledGuard guard = guard(journal);
                assertThatThrownBy(() -> guard.picture(record(1), picture(1), encoded -> {
                            throw new IllegalArgumentException("std::bad_alloc");
                        }))
                        .as("the process ends on it")
                        .hasMessage("std::bad_alloc");
                assertThat(guard.picture(record(2), picture(2), encoded -> FINE))
                        .isEqualTo(FINE);
            }
        }
        try (CrashJournal journal = open()) {
            assertThat(guard(journal).picture(record(1), picture(1), encoded -> FINE))
                    .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.reason())
                            .isEqualTo(RejectionReason.CRASHED_DECODER));
        }
    }

    @Test
    void aPictureThatThrowsInTwoThreadsAtOnceCountsOnce() {
        try (CrashJournal journal = open()) {
            JournaledGuard guard = guard(journal);
            for (int thread = 0; thread < 2; thread++) {
                assertThatThrownBy(() -> guard.picture(record(1), picture(1), encoded -> {
                            throw new IllegalArgumentException();
                        }))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            assertThat(guard.picture(record(1), picture(1), encoded -> FINE)).isEqualTo(FINE);
            assertThat(journal.suspects()).as("it turned out fine").isZero();
        }
    }

    @Test
    void aPictureThatNeverComesBackIsRejectedAfterTheSecondTimeAndNothingIsHeldAgainstOthers() throws Exception {
        for (int time = 0; time < 2; time++) {
            CountDownLatch release = new CountDownLatch(1);
            CountDownLatch inHand = new CountDownLatch(time == 0 ? 2 : 1);
            try (CrashJournal journal = open()) {
                JournaledGuard guard = guard(journal);
                Function<ByteBuffer, PictureOutcome> hanging = encoded -> {
                    inHand.countDown();
                    return await(release) ? FINE : null;
                };
                var stuck = CompletableFuture.supplyAsync(() -> guard.picture(record(1), picture(1), hanging));
                var other = time == 0
                        ? CompletableFuture.supplyAsync(() -> guard.picture(record(2), picture(2), hanging))
                        : stuck;
                assertThat(inHand.await(20, TimeUnit.SECONDS)).isTrue();
                // The second time another one is reported, which waits for it.
                Thread waiting = new Thread(() -> guard.picture(record(9), picture(9), encoded -> FINE));
                if (time == 1) {
                    waiting.start();
                    Awaitility.await().until(() -> waiting.getState() == Thread.State.WAITING);
                }
                guard.stuck(record(time == 0 ? 1 : 9));
                Files.copy(
                        folder.resolve("one.journal"),
                        folder.resolve("at-the-end"),
                        StandardCopyOption.REPLACE_EXISTING);
                release.countDown();
                CompletableFuture.allOf(stuck, other).get(20, TimeUnit.SECONDS);
            }
            // As the process has left it.
            Files.copy(
                    folder.resolve("at-the-end"), folder.resolve("one.journal"), StandardCopyOption.REPLACE_EXISTING);
        }
        try (CrashJournal journal = open()) {
            assertThat(journal.countedAtStart()).as("it alone").isEqualTo(1);
            assertThat(journal.suspects()).isEqualTo(1);
            assertThat(guard(journal).picture(record(1), picture(1), encoded -> FINE))
                    .isInstanceOf(Rejected.class);
        }
    }

    @Test
    void aRecordThatOurOwnCodeDoesNotComeBackFromIsRejectedAfterTheSecondTimeAndNothingIsHeldAgainstOthers()
            throws Exception {
        for (int time = 0; time < 2; time++) {
            CountDownLatch release = new CountDownLatch(1);
            CountDownLatch inHand = new CountDownLatch(2);
            try (CrashJournal journal = open()) {
                JournaledGuard guard = guard(journal);
                var stuck = CompletableFuture.supplyAsync(() -> guard.record(
                        record(1),
                        () -> {
                            inHand.countDown();
                            return await(release);
                        },
                        why -> false));
                var other = CompletableFuture.supplyAsync(() -> guard.picture(record(2), picture(2), encoded -> {
                    inHand.countDown();
                    return await(release) ? FINE : null;
                }));
                assertThat(inHand.await(20, TimeUnit.SECONDS)).isTrue();
                guard.stuck(record(1));
                Files.copy(
                        folder.resolve("one.journal"),
                        folder.resolve("at-the-end"),
                        StandardCopyOption.REPLACE_EXISTING);
                release.countDown();
                CompletableFuture.allOf(stuck, other).get(20, TimeUnit.SECONDS);
            }
            Files.copy(
                    folder.resolve("at-the-end"), folder.resolve("one.journal"), StandardCopyOption.REPLACE_EXISTING);
        }
        try (CrashJournal journal = open()) {
            assertThat(journal.suspects()).as("it alone").isEqualTo(1);
            JournaledGuard guard = guard(journal);
            assertThat(guard.<String>record(record(1), () -> "looked at", Rejected::message))
                    .contains("images.raw-0-1", "ended 2 times");
            assertThat(guard.<String>record(record(1, "other"), () -> "looked at", Rejected::message))
                    .as("the same value under another header")
                    .isEqualTo("looked at");
        }
    }

    @Test
    void aRecordIsNotToBlameForAReleaseOrASchemaThatIsMissing() {
        for (RuntimeException missing :
                List.of(new ReleaseException("there is no release"), new SchemaRegistryException("no answer", null))) {
            try (CrashJournal journal = open()) {
                assertThatThrownBy(() -> guard(journal)
                                .record(
                                        record(1),
                                        () -> {
                                            throw missing;
                                        },
                                        why -> ""))
                        .isSameAs(missing);
                assertThat(journal.suspects()).isZero();
            }
        }
    }

    @Test
    void aSuspectIsLookedAtAlone() throws Exception {
        endWithInHand(1, 1);
        try (CrashJournal journal = open()) {
            JournaledGuard guard = guard(journal);
            CountDownLatch suspectAtWork = new CountDownLatch(1);
            CountDownLatch others = new CountDownLatch(3);
            AtomicInteger atWork = new AtomicInteger();
            var suspect = CompletableFuture.supplyAsync(() -> guard.picture(record(1), picture(1), encoded -> {
                suspectAtWork.countDown();
                // Three others are on their way, and none of them gets in.
                await(others);
                return atWork.get() == 0 ? FINE : null;
            }));
            assertThat(suspectAtWork.await(20, TimeUnit.SECONDS)).isTrue();
            List<Thread> threads = IntStream.range(2, 5)
                    .mapToObj(number -> new Thread(() -> {
                        others.countDown();
                        guard.picture(record(number), picture(number), encoded -> {
                            atWork.incrementAndGet();
                            return FINE;
                        });
                    }))
                    .toList();
            threads.forEach(Thread::start);

            assertThat(suspect.get(20, TimeUnit.SECONDS)).isEqualTo(FINE);
            for (Thread thread : threads) {
                thread.join(20_000);
            }
            assertThat(atWork).hasValue(3);
            assertThat(journal.suspects()).as("it turned out fine").isZero();
        }
    }

    @Test
    void othersAreLookedAtSideBySide() {
        try (CrashJournal journal = open()) {
            JournaledGuard guard = guard(journal);
            CountDownLatch both = new CountDownLatch(2);
            Function<ByteBuffer, PictureOutcome> meeting = encoded -> {
                both.countDown();
                return await(both) ? FINE : null;
            };
            var one = CompletableFuture.supplyAsync(() -> guard.picture(record(1), picture(1), meeting));
            var other = CompletableFuture.supplyAsync(() -> guard.picture(record(2), picture(2), meeting));

            assertThat(one.join()).isEqualTo(FINE);
            assertThat(other.join()).isEqualTo(FINE);
        }
    }

    @Test
    void whatHasEndedTheProcessTooOftenIsRejectedWhereverItComesAgain() {
        endWithInHand(1, 1);
        endWithInHand(1, 1);
        endWithInHand(1, 1);
        try (CrashJournal journal = open()) {
            PictureOutcome outcome = guard(journal).picture(record(99), picture(1), encoded -> {
                throw new AssertionError("it reached native code");
            });

            assertThat(outcome).isInstanceOfSatisfying(Rejected.class, rejected -> {
                assertThat(rejected.reason()).isEqualTo(RejectionReason.CRASHED_DECODER);
                assertThat(rejected.message()).contains("images.raw-0-1", "ended 3 times");
            });
            assertThat(guard(journal).picture(record(1), picture(2), encoded -> FINE))
                    .as("another picture at the same place")
                    .isEqualTo(FINE);
        }
    }

    private int inHandInTheFile() {
        Path copy = folder.resolve("copy");
        try {
            Files.createDirectories(copy);
            Files.copy(folder.resolve("one.journal"), copy.resolve("one.journal"));
            try (CrashJournal journal = CrashJournal.open(copy, "one")) {
                return journal.countedAtStart();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void endWithInHand(int picture, long offset) {
        try (CrashJournal journal = open()) {
            journal.begin(picture(picture).identity().digest(), "images.raw-0-" + offset);
        }
    }

    private CrashJournal open() {
        return CrashJournal.open(folder, "one");
    }

    private static JournaledGuard guard(CrashJournal journal) {
        return new JournaledGuard(journal, new SimpleMeterRegistry());
    }

    private static RawRecord.Picture picture(int number) {
        ByteBuffer encoded = ByteBuffer.wrap(new byte[] {(byte) number});
        ImageIdentity identity = new ImageIdentity("one", Digest.of(encoded));
        return new RawRecord.Picture(identity, Optional.empty(), Optional.empty(), encoded);
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        return new ConsumerRecord<>("images.raw", 0, offset, new byte[0], new byte[0]);
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, String header) {
        ConsumerRecord<byte[], byte[]> record = record(offset);
        record.headers().add(header, new byte[0]);
        return record;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
