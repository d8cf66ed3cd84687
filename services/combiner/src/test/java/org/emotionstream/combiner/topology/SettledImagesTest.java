package org.emotionstream.combiner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.emotionstream.combiner.join.Messages;
import org.emotionstream.combiner.ledger.Intake;
import org.emotionstream.combiner.ledger.Settled;
import org.emotionstream.events.wire.ImageIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of settled images, in the store that the service has. */
class SettledImagesTest {
    private static final int MANY = 20_000;
    private static final long BEGIN = Messages.ENTERED.toEpochMilli();
    private static final Intake ORIGIN = Intake.of(Messages.taken("a", 1, 7));
    private static final Settled ANSWERED = new Settled(Settled.Kind.ANSWERED, ORIGIN, 0b1111, 1);

    @TempDir
    private Path folder;

    private final AtomicInteger read = new AtomicInteger();
    private Story story;
    private SettledImages settled;

    @BeforeEach
    void begin() throws IOException {
        story = new Story(folder);
        WindowStore<Bytes, byte[]> store = story.settledImages();
        settled = new SettledImages(Counted.store(WindowStore.class, store, read), Story.HORIZON);
    }

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void theLastOf20000PicturesOfOneIdCostsAsMuchAsTheFirst() {
        long first = costOfHundred(0);
        int readByFirst = read.getAndSet(0);
        for (int picture = 100; picture < MANY - 100; picture++) {
            settled.remember(key(picture), ANSWERED, BEGIN + picture);
        }
        read.set(0);
        long last = costOfHundred(MANY - 100);

        assertThat(read.get()).as("entries read").isEqualTo(readByFirst).isLessThanOrEqualTo(100);
        assertThat(last)
                .as("CPU time of the last hundred, where the first took %d us", first / 1000)
                .isLessThan(20 * first);
    }

    /** Each is looked up before it is known, as every picture is, then remembered, and found. */
    private long costOfHundred(int from) {
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int picture = from; picture < from + 100; picture++) {
            long now = BEGIN + picture;
            assertThat(settled.recall(key(picture), now)).isEmpty();
            assertThat(settled.holdsPictureOf(image(picture), now)).isEqualTo(picture > 0);
            settled.remember(key(picture), ANSWERED, now);
            assertThat(settled.recall(key(picture), now)).contains(ANSWERED);
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
    }

    @Test
    void aPictureThatWasSentAThousandTimesIsRecalledByItsLastEntryAlone() {
        for (int time = 0; time < 1000; time++) {
            settled.remember(key(1), Settled.rejected(ORIGIN), BEGIN + time);
        }
        settled.remember(key(1), ANSWERED, BEGIN + 1000);
        read.set(0);

        assertThat(settled.recall(key(1), BEGIN + 1000)).contains(ANSWERED);
        assertThat(read).hasValue(1);
    }

    @Test
    void whatIsOlderThanTheHorizonIsForgotten() {
        settled.remember(key(1), ANSWERED, BEGIN);
        long horizon = TimeSegments.remembered(Story.HORIZON).toMillis();

        assertThat(settled.recall(key(1), BEGIN + horizon - 1)).contains(ANSWERED);
        assertThat(settled.recall(key(1), BEGIN + horizon)).isEmpty();
        assertThat(settled.holdsPictureOf(image(2), BEGIN + horizon)).isFalse();
    }

    /** Nothing rests on when brokers delete: from its answer on a picture is remembered until it is too old. */
    @Test
    void whatIsForgottenIsTooOldToBeAnsweredAgain() {
        List<Duration> after = Stream.of(-60, -1, 0, 1, 59, 60, 61, 24 * 60, 15 * 3600, 40 * 3600)
                .map(seconds -> Story.HORIZON.plusSeconds(seconds))
                .toList();
        after.forEach(time -> allFour("image-" + time));
        assertThat(story.answers()).hasSize(after.size());

        Duration passed = Duration.ZERO;
        for (Duration time : after) {
            story.passes(time.minus(passed));
            passed = time;
            allFour("image-" + time);
            story.takes(Messages.taken("image-" + time, 1, 7));
        }
        story.passes(Story.DEADLINE.plusSeconds(1));
        assertThat(story.answers()).isEmpty();
    }

    private void allFour(String imageId) {
        story.arrives(Messages.of(imageId, 1, "model-1"), "model-2", "model-3", "model-4");
    }

    /** So the combiner before this one, at its default, finds the segments of this one, and this one those of it. */
    @Test
    void segmentsAreThoseThatKafkaStreamsMakesOfAHorizonOf30Hours() {
        Duration remembered = TimeSegments.remembered(Duration.ofHours(30));
        assertThat(Stores.persistentWindowStore("any", remembered, Duration.ofMillis(1), false)
                        .segmentIntervalMs())
                .isEqualTo(TimeSegments.INTERVAL.toMillis());
    }

    private static ImageIdentity image(int picture) {
        byte[] digest = ByteBuffer.allocate(ImageIdentity.DIGEST_BYTES)
                .putInt(picture * 0x9E3779B9)
                .array();
        return new ImageIdentity("camera-7", HexFormat.of().formatHex(digest));
    }

    private static Bytes key(int picture) {
        return ImageKey.of(image(picture));
    }
}
