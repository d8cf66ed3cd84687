package org.emotionstream.landmarker;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.events.AvroMessages;
import org.emotionstream.events.OriginHeaders;
import org.emotionstream.events.TopicAdministrator;
import org.emotionstream.events.Topics;
import org.emotionstream.localbroker.LocalBroker;
import org.emotionstream.schemas.ImageLandmarks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service on a real broker. */
class LandmarkerIT {
    private static final Topics TOPICS = new Topics("it.");

    @TempDir
    Path folder;

    @Test
    void answersPicturesRejectsTheRestAndCommitsBeforeItStops() throws Exception {
        try (LocalBroker broker = LocalBroker.temporary().start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                LandmarkerProcess landmarker = start(broker.bootstrapServers())) {
            landmarker.until(
                    "waiting for topics",
                    () -> landmarker.get("/q/health/ready").contains("topics that do not exist"));
            assertThat(landmarker.get("/q/health/live")).contains("\"UP\"");
            new TopicAdministrator(admin, TOPICS, 2, (short) 1).prepare();
            landmarker.awaitReady();
            send(broker, "blank", blankPicture());
            send(broker, "text", "hello".getBytes(StandardCharsets.UTF_8));
            send(broker, "nothing", null);

            var landmarks = read(broker, TOPICS.imagesLandmarks(), 1).get(0);
            var rejected = read(broker, TOPICS.imagesRejected(), 2);

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
            assertThat(admin
                            .listConsumerGroupOffsets(TOPICS.landmarkerGroup())
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .values()
                            .stream()
                            .mapToLong(OffsetAndMetadata::offset)
                            .sum())
                    .isEqualTo(3);
        }
    }

    @Test
    void keepsPixelsOutOfTheRejectedWhenToldSo() throws Exception {
        try (LocalBroker broker = LocalBroker.temporary().start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                LandmarkerProcess landmarker =
                        start(broker.bootstrapServers(), "LANDMARKER_REJECTED_PIXELS", "false")) {
            new TopicAdministrator(admin, TOPICS, 2, (short) 1).prepare();
            landmarker.awaitReady();
            send(broker, "text", "hello".getBytes(StandardCharsets.UTF_8));

            var rejected = read(broker, TOPICS.imagesRejected(), 1).get(0);

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
                TOPICS.prefix(),
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

    private static void send(LocalBroker broker, String key, byte[] value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPICS.imagesRaw(), key.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(LocalBroker broker, String topic, int count) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, 2)
                    .mapToObj(number -> new TopicPartition(topic, number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (found.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }
}
