package org.emotionstream.landmarker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.releases.Releasing;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.landmarker.journal.CrashJournal;
import org.emotionstream.landmarks.Face;
import org.emotionstream.landmarks.PictureOutcome;
import org.emotionstream.landmarks.RejectionReason;
import org.emotionstream.landmarks.TileArea;
import org.emotionstream.schemas.FaceLandmarks;
import org.emotionstream.schemas.ImageLandmarks;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.RawImage;
import org.emotionstream.schemas.StepStatus;
import org.emotionstream.schemas.TakenOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandmarkerChannelTest {
    private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, 3, 4};
    private static final Instant ENTERED = Instant.ofEpochMilli(1234);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AvroMessages<RawImage> rawImages = new AvroMessages<>(RawImage.class);
    private final AvroMessages<ImageLandmarks> landmarks = new AvroMessages<>(ImageLandmarks.class);
    private final AvroMessages<ImageTaken> taken = new AvroMessages<>(ImageTaken.class);
    private final RecordHeaders headers = new RecordHeaders();

    @TempDir
    private Path journals;

    private CrashJournal fresh;
    private ByteBuffer seen;
    private PictureOutcome outcome = new PictureOutcome.Decoded(640, 480, List.of(), 0, 80);

    @BeforeEach
    void openJournal() {
        fresh = CrashJournal.open(journals, "fresh");
    }

    @AfterEach
    void closeJournal() {
        fresh.close();
    }

    @Test
    void aPictureBecomesItsFaces() {
        Tile tile = Tile.owning(new byte[Tile.PLANE_BYTES]);
        Landmarks points = Landmarks.of(new int[136]);
        TileArea area = new TileArea(-1.5, 2, 130, 130);
        BoundingBox box = new BoundingBox(10, 20, 100, 90);
        outcome = new PictureOutcome.Decoded(
                640,
                480,
                List.of(
                        new Face.Measured(box, 1.5f, area, tile, points),
                        new Face.Failed(box, 0.5f, area, "the predictor failed")),
                3,
                63);

        ImageLandmarks message = accepted(apply("key", PICTURE));

        assertThat(message.getImageId()).isEqualTo("key");
        assertThat(message.getDigest())
                .isEqualTo(ByteBuffer.wrap(HexFormat.of().parseHex(Digest.of(ByteBuffer.wrap(PICTURE)))))
                .satisfies(digest -> assertThat(digest.remaining()).isEqualTo(16));
        assertThat(message.getEnteredAt()).isEqualTo(ENTERED);
        assertThat(message.getWidth()).isEqualTo(640);
        assertThat(message.getHeight()).isEqualTo(480);
        assertThat(message.getReleaseId()).isEqualTo("release");
        assertThat(message.getOmittedFaces()).isEqualTo(3);
        assertThat(message.getSmallestFace()).isEqualTo(63);
        assertThat(message.getTileChannels()).isEqualTo(1);
        FaceLandmarks measured = message.getFaces().get(0);
        assertThat(measured.getStatus()).isEqualTo(StepStatus.ok);
        assertThat(measured.getReason()).isNull();
        assertThat(measured.getBox().getLeft()).isEqualTo(10);
        assertThat(measured.getBox().getTop()).isEqualTo(20);
        assertThat(measured.getBox().getWidth()).isEqualTo(100);
        assertThat(measured.getBox().getHeight()).isEqualTo(90);
        assertThat(measured.getScore()).isEqualTo(1.5f);
        assertThat(measured.getTileLeft()).isEqualTo(-1.5f);
        assertThat(measured.getTileWidth()).isEqualTo(130f);
        assertThat(measured.getTile()).isEqualTo(tile.pixels());
        assertThat(measured.getPoints()).isEqualTo(ByteBuffer.wrap(points.toBytes()));
        FaceLandmarks failed = message.getFaces().get(1);
        assertThat(failed.getStatus()).isEqualTo(StepStatus.failed);
        assertThat(failed.getReason()).isEqualTo("the predictor failed");
        assertThat(failed.getTile().remaining()).isZero();
        assertThat(registry.get("emotionstream.faces")
                        .tag("status", "failed")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("emotionstream.image.faces").summary().totalAmount())
                .isEqualTo(2);
        assertThat(observed("face_side", "100")).isEqualTo(1);
        assertThat(registry.find("emotionstream.drift.observations").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum())
                .as("one face with a tile, two measures")
                .isEqualTo(2);
    }

    @Test
    void theMessageSaysWhoItIsBeforeHeadersAndKey() {
        headers.add("image-id", utf8("of-header")).add("source", utf8("header-source"));
        RawImage raw = new RawImage("of-message", "camera", Instant.ofEpochMilli(7), ByteBuffer.wrap(PICTURE));

        ImageLandmarks message = accepted(apply("of-key", rawImages.write(raw)));

        assertThat(message.getImageId()).isEqualTo("of-message");
        assertThat(message.getSourceId()).isEqualTo("camera");
        assertThat(message.getCapturedAt()).isEqualTo(Instant.ofEpochMilli(7));
        assertThat(seen).isEqualTo(ByteBuffer.wrap(PICTURE));
    }

    @Test
    void thenTheHeadersSay() {
        headers.add("ce_id", utf8("of-header"))
                .add("ce_source", utf8("camera"))
                .add("ce_time", utf8("2026-01-02T03:04:05.678+01:00"));

        ImageLandmarks message = accepted(apply("of-key", PICTURE));

        assertThat(message.getImageId()).isEqualTo("of-header");
        assertThat(message.getSourceId()).isEqualTo("camera");
        assertThat(message.getCapturedAt()).isEqualTo(Instant.parse("2026-01-02T02:04:05.678Z"));
    }

    @Test
    void aTimeThatIsNoneIsNone() {
        headers.add("ce_time", utf8("yesterday"));

        assertThat(accepted(apply("key", PICTURE)).getCapturedAt()).isNull();
    }

    @Test
    void aBinaryKeyIsNamedInHexadecimalAndNoKeyByItsPlace() {
        assertThat(accepted(channel().apply(record(new byte[] {(byte) 0xFF, 1}, PICTURE)))
                        .getImageId())
                .isEqualTo("ff01");
        assertThat(accepted(channel().apply(record(null, PICTURE))).getImageId())
                .isEqualTo("images.raw-2-17");
        assertThat(accepted(apply("", PICTURE)).getImageId()).isEqualTo("images.raw-2-17");
    }

    @Test
    void whatTheStepRejectsIsSetAsideByteForByte() {
        outcome = new PictureOutcome.Rejected(RejectionReason.NOT_A_PICTURE, "expected a JPEG, found text");
        headers.add("image-id", utf8("id")).add("mine", new byte[] {9});

        ProducerRecord<byte[], byte[]> rejected = rejected(apply("key", utf8("hello")));

        assertThat(rejected.key()).isEqualTo(utf8("id"));
        assertThat(rejected.value()).isEqualTo(utf8("hello"));
        assertThat(rejected.headers().lastHeader("mine").value()).isEqualTo(new byte[] {9});
        assertThat(header(rejected, OriginHeaders.STAGE)).contains("landmarker");
        assertThat(header(rejected, OriginHeaders.REASON)).contains("not-a-picture");
        assertThat(header(rejected, OriginHeaders.MESSAGE)).contains("expected a JPEG, found text");
        assertThat(header(rejected, OriginHeaders.TOPIC)).contains("images.raw");
        assertThat(header(rejected, OriginHeaders.PARTITION)).contains("2");
        assertThat(header(rejected, OriginHeaders.OFFSET)).contains("17");
        assertThat(header(rejected, OriginHeaders.KEY)).contains("key");
        assertThat(registry.get("emotionstream.rejected")
                        .tag("reason", "not-a-picture")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void noValueIsEmptyAndWrongAvroIsWrongAvro() {
        assertThat(header(rejected(apply("key", null)), OriginHeaders.REASON)).contains("empty");
        assertThat(header(rejected(apply("key", new byte[] {(byte) 0xC3, 1, 5})), OriginHeaders.REASON))
                .contains("wrong-avro");
        assertThat(header(rejected(apply("key", new byte[] {0, 0, 0, 0, 1, 2, -1})), OriginHeaders.REASON))
                .contains("wrong-avro");
        assertThat(seen).as("no step for these").isNull();
    }

    @Test
    void anIdThatIsTooLongIsRejectedUnderItsPlace() {
        ProducerRecord<byte[], byte[]> rejected = rejected(apply("k".repeat(1025), PICTURE));

        assertThat(rejected.key()).isEqualTo(utf8("images.raw-2-17"));
        assertThat(header(rejected, OriginHeaders.REASON)).contains("id-too-long");
        assertThat(accepted(apply("k".repeat(1024), PICTURE)).getImageId()).hasSize(1024);
    }

    @Test
    void whatIsTakenIsToldWithItsPlaceAndAttempt() {
        headers.add("source", utf8("camera")).add(OriginHeaders.ATTEMPT, utf8("3"));

        ImageTaken told = taken.read(apply("key", PICTURE).get(0).value());

        assertThat(told.getPartition()).isEqualTo(2);
        assertThat(told.getOffset()).isEqualTo(17);
        assertThat(told.getEnteredAt()).isEqualTo(ENTERED);
        assertThat(told.getPictureBytes()).isEqualTo(PICTURE.length);
        assertThat(told.getAttempt()).isEqualTo(3);
    }

    @Test
    void aReplayThatIsRejectedAgainKeepsItsAttemptOnTheRejected() {
        headers.add(OriginHeaders.ATTEMPT, utf8("2")).add(OriginHeaders.REPLAY_OF, utf8("0@3"));

        for (boolean pixels : List.of(true, false)) {
            List<ProducerRecord<byte[], byte[]>> records = channel(pixels).apply(record(utf8("key"), null));

            assertThat(header(rejected(records), OriginHeaders.ATTEMPT)).contains("2");
            assertThat(taken.read(records.get(0).value()).getAttempt()).isEqualTo(2);
        }
    }

    @Test
    void withoutPixelsOnlyCauseHashAndSizeAreSetAside() {
        outcome = new PictureOutcome.Rejected(RejectionReason.NOT_A_PICTURE, "expected a JPEG, found text");
        headers.add("mine", new byte[] {9}).add("image-id", utf8("id")).add(OriginHeaders.ATTEMPT, new byte[50]);

        ProducerRecord<byte[], byte[]> rejected = rejected(channel(false).apply(record(utf8("my key"), utf8("hello"))));

        assertThat(rejected.key()).isEqualTo(utf8("id"));
        assertThat(rejected.value()).isNull();
        assertThat(rejected.headers().toArray())
                .extracting(each -> each.key())
                .containsExactlyInAnyOrder(
                        OriginHeaders.SHA256,
                        OriginHeaders.BYTES,
                        OriginHeaders.STAGE,
                        OriginHeaders.REASON,
                        OriginHeaders.MESSAGE,
                        OriginHeaders.TOPIC,
                        OriginHeaders.PARTITION,
                        OriginHeaders.OFFSET);
        assertThat(header(rejected, OriginHeaders.SHA256))
                .contains("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assertThat(header(rejected, OriginHeaders.BYTES)).contains("5");
        assertThat(header(rejected, OriginHeaders.REASON)).contains("not-a-picture");
        assertThat(header(rejected, OriginHeaders.OFFSET)).contains("17");
    }

    @Test
    void anAttemptThatIsNoneIsTheFirst() {
        for (String none : List.of("", "0", "-1", "many", "99999999999")) {
            headers.remove(OriginHeaders.ATTEMPT);
            headers.add(OriginHeaders.ATTEMPT, utf8(none));

            assertThat(taken.read(apply("key", null).get(0).value()).getAttempt())
                    .isEqualTo(1);
        }
    }

    @Test
    void aRecordOnWhichOurOwnCodeThrowsIsRejectedByItsPlaceAfterTheSecondTime(@TempDir Path folder) {
        RecordHeaders hostile = new RecordHeaders() {
            @Override
            public Header lastHeader(String key) {
                assertThat(key).as("a header that our code does not stand").isNotEqualTo("ce_source");
                return super.lastHeader(key);
            }
        };
        hostile.add("ce_source", utf8("hostile")).add("mine", new byte[] {9});
        for (int time = 0; time < 2; time++) {
            try (CrashJournal journal = CrashJournal.open(folder, "one")) {
                LandmarkerChannel channel = channel(true, new JournaledGuard(journal, registry));
                assertThatThrownBy(() -> channel.apply(record(utf8("key"), PICTURE, hostile)))
                        .hasMessageContaining("does not stand");
            }
        }
        try (CrashJournal journal = CrashJournal.open(folder, "one")) {
            LandmarkerChannel channel = channel(true, new JournaledGuard(journal, registry));

            ProducerRecord<byte[], byte[]> rejected = rejected(channel.apply(record(utf8("key"), PICTURE, hostile)));

            assertThat(header(rejected, OriginHeaders.REASON)).contains("crashed-decoder");
            assertThat(rejected.key()).isEqualTo(utf8("images.raw-2-17"));
            assertThat(rejected.value()).isEqualTo(PICTURE);
            assertThat(rejected.headers().lastHeader("mine").value()).isEqualTo(new byte[] {9});
            assertThat(header(rejected, OriginHeaders.KEY)).contains("key");
            assertThat(accepted(channel.apply(record(utf8("key"), PICTURE))).getImageId())
                    .as("the same picture under other headers")
                    .isEqualTo("key");
        }
    }

    private List<ProducerRecord<byte[], byte[]>> apply(String key, byte[] value) {
        return channel().apply(record(utf8(key), value));
    }

    private LandmarkerChannel channel() {
        return channel(true);
    }

    private LandmarkerChannel channel(boolean rejectedPixels) {
        return channel(rejectedPixels, new JournaledGuard(fresh, registry));
    }

    private LandmarkerChannel channel(boolean rejectedPixels, JournaledGuard guard) {
        ReleasedStep step = new ReleasedStep("release", 1, encoded -> {
            seen = encoded;
            return outcome;
        });
        Topics topics = new Topics("");
        return new LandmarkerChannel(
                topics,
                LandmarkerChannel.stage(topics, Optional.empty(), 1),
                () -> step,
                Releasing.FIXED,
                Schemas.none(),
                () -> {},
                registry,
                new PictureMetrics(registry, "landmarker"),
                guard,
                rejectedPixels);
    }

    private double observed(String measure, String bucket) {
        return registry.get("emotionstream.drift.observations")
                .tags("release", "release", "measure", measure, "bucket", bucket)
                .counter()
                .count();
    }

    private ConsumerRecord<byte[], byte[]> record(byte[] key, byte[] value) {
        return record(key, value, headers);
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                "images.raw",
                2,
                17,
                ENTERED.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                key == null ? -1 : key.length,
                value == null ? -1 : value.length,
                key,
                value,
                headers,
                Optional.empty());
    }

    private ImageLandmarks accepted(List<ProducerRecord<byte[], byte[]>> records) {
        assertThat(records).extracting(ProducerRecord::topic).containsExactly("images.taken", "images.landmarks");
        ImageLandmarks message = landmarks.read(records.get(1).value());
        assertThat(records).allSatisfy(record -> assertThat(record.key()).isEqualTo(utf8(message.getImageId())));
        ImageTaken told = taken.read(records.get(0).value());
        assertThat(told.getOutcome()).isEqualTo(TakenOutcome.forwarded);
        assertThat(told.getDigest()).isEqualTo(message.getDigest());
        assertThat(told.getSourceId()).isEqualTo(message.getSourceId());
        assertThat(told.getReleaseId()).isEqualTo("release");
        return message;
    }

    private ProducerRecord<byte[], byte[]> rejected(List<ProducerRecord<byte[], byte[]>> records) {
        assertThat(records).extracting(ProducerRecord::topic).containsExactly("images.taken", "images.rejected");
        ProducerRecord<byte[], byte[]> rejected = records.get(1);
        ImageTaken told = taken.read(records.get(0).value());
        assertThat(records.get(0).key()).isEqualTo(rejected.key());
        assertThat(told.getOutcome()).isEqualTo(TakenOutcome.rejected);
        assertThat(told.getReason())
                .isEqualTo(header(rejected, OriginHeaders.REASON).orElseThrow());
        return rejected;
    }

    private static Optional<String> header(ProducerRecord<byte[], byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
