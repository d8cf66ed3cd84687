package org.emotionstream.landmarker;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assertj.core.api.SoftAssertions;
import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.releases.Releasing;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.Limits;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.landmarker.HostileRecords.Hostile;
import org.emotionstream.landmarker.journal.CrashJournal;
import org.emotionstream.landmarks.FaceModels;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.landmarks.hostile.HostilePicture.Expected;
import org.emotionstream.schemas.ImageLandmarks;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.TakenOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that nobody should send, through the channel with OpenCV and dlib behind it. */
class HostileInputsTest {
    private static final int LEAST_INPUTS = 300;

    /** Alone on an idle machine the slowest takes a few seconds: the 20 megapixels that the detector searches. */
    private static final long MOST_MILLIS = 60_000;

    /** What one picture may add to the process at its largest: 20 megapixels as a progressive JPEG keeps them. */
    private static final long MOST_MEGABYTES = 400;

    private final AvroMessages<ImageTaken> taken = new AvroMessages<>(ImageTaken.class);
    private final AvroMessages<ImageLandmarks> landmarks = new AvroMessages<>(ImageLandmarks.class);
    private final Map<String, Row> table = new TreeMap<>();

    private record Row(int answered, int rejected, long millis, long megabytes) {
        Row and(boolean isAnswered, ProcessMeasure measure) {
            return new Row(
                    answered + (isAnswered ? 1 : 0),
                    rejected + (isAnswered ? 0 : 1),
                    Math.max(millis, measure.millis()),
                    Math.max(megabytes, measure.megabytes()));
        }
    }

    @Test
    void everyHostileRecordIsAnsweredOrRejectedInBoundedTimeAndMemory(@TempDir Path folder) throws IOException {
        List<Hostile> records = HostileRecords.all();
        SoftAssertions softly = new SoftAssertions();
        try (FaceModels models = FaceModels.open(Path.of("/usr/share/dlib/shape_predictor_68_face_landmarks.dat"));
                CrashJournal journal = CrashJournal.open(folder, "one")) {
            LandmarkerChannel channel = channel(models, journal);
            records.forEach(record -> check(softly, channel, record));
            assertThat(journal.suspects()).isZero();
        }
        write(records.size());
        softly.assertAll();
        assertThat(records).hasSizeGreaterThanOrEqualTo(LEAST_INPUTS);
        assertThat(records).extracting(record -> record.kind() + record.name()).doesNotHaveDuplicates();
    }

    private void check(SoftAssertions softly, LandmarkerChannel channel, Hostile hostile) {
        String name = hostile.kind() + ": " + hostile.name();
        List<List<ProducerRecord<byte[], byte[]>>> results = new java.util.ArrayList<>();
        ProcessMeasure measure = ProcessMeasure.of(() -> results.add(channel.apply(hostile.record())));
        List<ProducerRecord<byte[], byte[]>> result = results.get(0);
        softly.assertThat(measure.millis()).as("milliseconds of " + name).isLessThan(MOST_MILLIS);
        softly.assertThat(measure.megabytes()).as("megabytes of " + name).isLessThan(MOST_MEGABYTES);
        boolean answered = result.get(1).topic().equals("images.landmarks");
        table.merge(
                hostile.kind(),
                new Row(0, 0, 0, 0).and(answered, measure),
                (before, one) -> before.and(answered, measure));
        softly.assertThatCode(() -> consistent(hostile, result)).as(name).doesNotThrowAnyException();
        softly.assertThat(hostile.expected())
                .as(name)
                .isIn(Expected.EITHER, answered ? Expected.ANSWERED : Expected.REJECTED);
    }

    /** One record says that it was taken, one other that it goes on or why it does not. */
    private void consistent(Hostile hostile, List<ProducerRecord<byte[], byte[]>> result) {
        assertThat(result).hasSize(2);
        ProducerRecord<byte[], byte[]> other = result.get(1);
        assertThat(result.get(0).topic()).isEqualTo("images.taken");
        assertThat(result.get(0).key()).isEqualTo(other.key()).hasSizeLessThanOrEqualTo(Limits.IMAGE_ID_BYTES);
        ImageTaken told = taken.read(result.get(0).value());
        assertThat(told.getOffset()).isEqualTo(hostile.record().offset());
        if (told.getOutcome() == TakenOutcome.forwarded) {
            assertThat(other.topic()).isEqualTo("images.landmarks");
            ImageLandmarks message = landmarks.read(other.value());
            assertThat((long) message.getWidth() * message.getHeight()).isBetween(1L, 50_000_000L);
            assertThat(message.getDigest()).isEqualTo(told.getDigest());
        } else {
            assertThat(other.topic()).isEqualTo("images.rejected");
            assertThat(other.value()).isEqualTo(hostile.record().value());
            assertThat(new String(
                            other.headers().lastHeader(OriginHeaders.REASON).value(), StandardCharsets.UTF_8))
                    .isEqualTo(told.getReason())
                    .matches("[a-z-]+")
                    .isNotEqualTo("crashed-decoder");
        }
    }

    private static LandmarkerChannel channel(FaceModels models, CrashJournal journal) {
        ImageToLandmarks step = new ImageToLandmarks(
                models,
                new TileSettings("landmark-crop", 100, "grey", "area-linear", 1.2, 0, -0.5),
                LandmarkSettings.DEFAULT);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Topics topics = new Topics("");
        return new LandmarkerChannel(
                topics,
                LandmarkerChannel.stage(topics, Optional.empty(), 1),
                () -> new ReleasedStep("release", 1, step::apply),
                Releasing.FIXED,
                Schemas.none(),
                () -> {},
                registry,
                new PictureMetrics(registry, "landmarker"),
                new JournaledGuard(journal, registry),
                true);
    }

    private void write(int total) throws IOException {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%-28s %8s %8s %9s %9s%n", "kind", "answered", "rejected", "most ms", "most MB"));
        table.forEach((kind, row) -> text.append(String.format(
                Locale.ROOT,
                "%-28s %8d %8d %9d %9d%n",
                kind,
                row.answered(),
                row.rejected(),
                row.millis(),
                row.megabytes())));
        text.append(String.format(Locale.ROOT, "%d hostile records%n", total));
        Files.writeString(Path.of(System.getProperty("java.io.tmpdir"), "hostile-inputs.txt"), text);
    }
}
