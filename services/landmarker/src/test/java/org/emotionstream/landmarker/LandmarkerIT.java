package org.emotionstream.landmarker;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.schemas.ImageLandmarks;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service on a real broker. */
class LandmarkerIT {
    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @TempDir
    Path folder;

    @Test
    void answersPicturesRejectsTheRestAndCommitsBeforeItStops() throws Exception {
        try (LandmarkerProcess landmarker = start(broker.bootstrapServers())) {
            landmarker.until(
                    "waiting for topics",
                    () -> landmarker.get("/q/health/ready").contains("topics that do not exist"));
            assertThat(landmarker.get("/q/health/live")).contains("\"UP\"");
            Topics topics = broker.prepare(2);
            landmarker.awaitReady();
            send("blank", blankPicture());
            send("text", "hello".getBytes(StandardCharsets.UTF_8));
            send("nothing", null);

            var landmarks = broker.read(topics.imagesLandmarks(), 1).get(0);
            var rejected = broker.read(topics.imagesRejected(), 2);

            ImageLandmarks message = new AvroMessages<>(ImageLandmarks.class).read(landmarks.value());
            assertThat(message.getImageId()).isEqualTo("blank");
            assertThat(message.getReleaseId()).isEqualTo("release");
            assertThat(message.getWidth()).isEqualTo(320);
            assertThat(message.getHeight()).isEqualTo(240);
            assertThat(message.getFaces()).isEmpty();
            assertThat(rejected)
                    .extracting(record -> new String(record.key(), StandardCharsets.UTF_8) + " "
                            + new String(
                                    record.headers()
                                            .lastHeader(OriginHeaders.REASON)
                                            .value(),
                                    StandardCharsets.UTF_8))
                    .containsExactlyInAnyOrder("text not-a-picture", "nothing empty");
            assertThat(landmarker.get("/q/metrics"))
                    .contains("emotionstream_rejected_total{reason=\"not-a-picture\",stage=\"landmarker\"} 1.0");
            landmarker.terminate();
            assertThat(landmarker.awaitExit()).isEqualTo(143);
            assertThat(broker.committed(topics.landmarkerGroup(), topics.imagesRaw()).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(3);
        }
    }

    @Test
    void keepsPixelsOutOfTheRejectedWhenToldSo() throws Exception {
        try (LandmarkerProcess landmarker = start(broker.bootstrapServers(), "LANDMARKER_REJECTED_PIXELS", "false")) {
            Topics topics = broker.prepare(2);
            landmarker.awaitReady();
            send("text", "hello".getBytes(StandardCharsets.UTF_8));

            var rejected = broker.read(topics.imagesRejected(), 1).get(0);

            assertThat(new String(rejected.key(), StandardCharsets.UTF_8)).isEqualTo("text");
            assertThat(rejected.value()).isNull();
            assertThat(rejected.headers().lastHeader(OriginHeaders.BYTES).value())
                    .asString()
                    .isEqualTo("5");
        }
    }

    @Test
    void stopsWhenItsParentIsGone() throws Exception {
        try (LandmarkerProcess landmarker = start("127.0.0.1:1", "EMOTIONSTREAM_STOP_WITH_PARENT", "true")) {
            landmarker.until(
                    "waiting for the broker",
                    () -> landmarker.get("/q/health/ready").contains("no answer from the broker at 127.0.0.1:1"));

            landmarker.closeInput();

            assertThat(landmarker.awaitExit()).isZero();
        }
    }

    /** So a supervisor stops it: Java's {@code Process.destroy} closes the input, too. */
    @RepeatedTest(3)
    void stopsInOrderWhenItsParentIsGoneAndASignalComesAtTheSameTime() throws Exception {
        try (LandmarkerProcess landmarker = start("127.0.0.1:1", "EMOTIONSTREAM_STOP_WITH_PARENT", "true")) {
            landmarker.until(
                    "waiting for the broker",
                    () -> landmarker.get("/q/health/ready").contains("no answer from the broker"));

            landmarker.terminate();

            assertThat(landmarker.awaitExit()).isIn(0, 143);
            assertThat(landmarker.log()).contains("landmarker stopped in");
        }
    }

    @Test
    void aReleaseThatIsNotThereEndsIt() throws Exception {
        try (LandmarkerProcess landmarker = start("127.0.0.1:1", "LANDMARKER_RELEASE", "other")) {
            assertThat(landmarker.awaitExit()).isEqualTo(1);
            assertThat(landmarker.log()).contains("there is no release other");
        }
    }

    @Test
    void aWrongSettingIsSaidInOneLine() throws Exception {
        try (LandmarkerProcess landmarker = start("127.0.0.1:1", "LANDMARKER_SMALLEST_FACE", "7")) {
            assertThat(landmarker.awaitExit()).isEqualTo(2);
            assertThat(landmarker.log().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("landmarker.smallest-face")
                    .contains("7");
        }
    }

    private LandmarkerProcess start(String brokers, String... more) throws IOException {
        Path releases = Files.createDirectories(folder.resolve("releases"));
        ReleaseFolder.write(releases, "release");
        Files.writeString(releases.resolve("DEFAULT"), "release\n");
        Map<String, String> environment = new HashMap<>(Map.of(
                "EMOTIONSTREAM_BOOTSTRAP_SERVERS",
                brokers,
                "EMOTIONSTREAM_TOPIC_PREFIX",
                broker.topics().prefix(),
                "EMOTIONSTREAM_INSTANCE_ID",
                "one",
                "EMOTIONSTREAM_RELEASES",
                releases.toString(),
                "LANDMARKER_STATE_DIRECTORY",
                folder.resolve("state").toString()));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return new LandmarkerProcess(folder, environment);
    }

    private static byte[] blankPicture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private void send(String key, byte[] value) {
        broker.send(new ProducerRecord<>(broker.topics().imagesRaw(), key.getBytes(StandardCharsets.UTF_8), value));
    }
}
