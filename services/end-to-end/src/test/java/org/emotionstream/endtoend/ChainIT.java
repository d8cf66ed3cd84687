package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.endtoend.trials.TrialsMain;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.schemas.FaceEmotion;
import org.emotionstream.schemas.FaceStatus;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageStatus;
import org.emotionstream.schemas.RawImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packaged chain, left running by {@code up}, as its neighbours meet it: through topics, and nothing else. */
@Tag("alone")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChainIT {
    private static final Topics TOPICS = new Topics("");
    private static final int FIRST = 1;
    private static final int LAST = 1000;

    /** Megabytes that each process may have held at most (VmHWM) after all the other tests. */
    private static final Map<String, Integer> PEAK_MEMORY = new TreeMap<>(Map.of(
            "broker", 700,
            "landmarker", 450,
            "featurizer", 250,
            "cnn-worker-model-1", 250,
            "cnn-worker-model-2", 250,
            "cnn-worker-model-3", 250,
            "cnn-worker-model-4", 250,
            "combiner", 350));

    @TempDir
    static Path local;

    private static RunningChain chain;
    private static String bootstrapServers;
    private static KafkaProducer<byte[], byte[]> producer;

    @BeforeAll
    static void up() throws IOException, InterruptedException {
        chain = RunningChain.up(local, "--smallest-face", "40");
        bootstrapServers = chain.bootstrapServers();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "max.request.size", 20 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void down() throws IOException, InterruptedException {
        if (producer != null) {
            producer.close();
        }
        if (chain != null) {
            chain.close();
        }
    }

    @Test
    @Order(FIRST)
    void theMetricsOfEachServiceAreThoseOfTheGuideAndAgreeWithWhatWasSent() throws Exception {
        send("metrics/faces", Photographs.smallest(), Map.of());
        send("metrics/faces", Photographs.smallest(), Map.of());
        send("metrics/text", "this is no picture".getBytes(StandardCharsets.UTF_8), Map.of());
        int faces;
        try (Answers answers = new Answers(bootstrapServers)) {
            faces = only(answers.finals("metrics/", 1), "metrics/faces")
                    .getFaces()
                    .size();
        }
        Map<String, Integer> records = new TreeMap<>(Map.of("landmarker", 3, "featurizer", 2));
        Topics.MODELS.forEach(model -> records.put("cnn-worker-" + model, 2));
        records.put("combiner", 3 + 4 * 2);

        Map<String, ScrapedMetrics> metrics = new ChainMetrics(chain).quietAfter(records);

        ChainMetrics.areThoseOfTheGuide(metrics);
        records.forEach((stage, count) -> assertThat(metrics.get(stage).sum("emotionstream_queue_seconds_count"))
                .as("queue of " + stage)
                .isEqualTo((double) count));
        ScrapedMetrics landmarker = metrics.get("landmarker");
        assertThat(landmarker.sum("emotionstream_rejected_total", "reason", "not-a-picture"))
                .isEqualTo(1);
        assertThat(landmarker.sum("emotionstream_image_faces_count")).isEqualTo(2);
        assertThat(landmarker.sum("emotionstream_image_faces_sum")).isEqualTo(2 * faces);
        ScrapedMetrics combiner = metrics.get("combiner");
        assertThat(combiner.sum("combiner_end_to_end_seconds_count")).isEqualTo(1);
        assertThat(combiner.sum("combiner_taken_total", "outcome", "duplicate")).isEqualTo(1);
        assertThat(combiner.sum("combiner_open_transactions")).isZero();
        ChainMetrics.tellOfDrift(landmarker, Map.of("brightness", 2 * faces, "face_side", 2 * faces));
        ChainMetrics.tellOfDrift(combiner, Map.of("emotion", faces, "confidence", faces, "disagreement", faces));
    }

    @Test
    @Order(FIRST + 1)
    void prometheusOwnToolHasNothingToSayAboutOurMetrics() throws Exception {
        boolean installed = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
        assumeTrue(installed, "promtool, of Debian's package prometheus, is not installed");
        for (Map.Entry<String, ScrapedMetrics> service :
                new ChainMetrics(chain).scraped().entrySet()) {
            assertThat(ChainMetrics.remarksOfPromtool(service.getValue()))
                    .as(service.getKey())
                    .isEmpty();
        }
    }

    @Test
    void aCameraTeamAndAnAnalystWithoutJavaAreServed() throws Exception {
        Path node = CommandLineInterface.root().resolve("services/end-to-end/src/test/node");
        Path work = Files.createDirectories(local.resolve("node"));
        for (String file : List.of("package.json", "package-lock.json", "camera-team.js")) {
            Files.copy(node.resolve(file), work.resolve(file));
        }
        assertThat(run(work, List.of("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund")))
                .isNotNull();
        List<String> command = new ArrayList<>(List.of(
                "node",
                "camera-team.js",
                bootstrapServers,
                CommandLineInterface.root()
                        .resolve("schemas/src/main/avro/5-ImageEmotions.avsc")
                        .toString(),
                ""));
        Photographs.all().forEach(file -> command.add(file.toString()));

        List<String> lines = run(work, command);

        assertThat(lines).hasSize(12);
        int faces = 0;
        for (String line : lines) {
            JsonNode answer = new ObjectMapper().readTree(line);
            assertThat(answer.get("imageId").asText())
                    .isEqualTo(answer.get("key").asText());
            for (JsonNode face : answer.get("faces")) {
                faces++;
                assertThat(face.get("probabilities").size()).isEqualTo(9);
            }
        }
        assertThat(faces).isBetween(60, 73);
    }

    @Test
    void wrongInputIsRejectedByteForByteAndTheRestGoesOn() throws Exception {
        byte[] photograph = Photographs.smallest();
        Map<String, byte[]> wrong = new TreeMap<>();
        wrong.put("empty", new byte[0]);
        wrong.put("truncated", Arrays.copyOf(photograph, photograph.length / 2));
        wrong.put("text", "this is no picture".getBytes(StandardCharsets.UTF_8));
        wrong.put("avro", new byte[] {(byte) 0xC3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        wrong.put("huge-png", Pictures.pngHeader(60_000, 60_000));
        wrong.put("thin-png", Pictures.pngHeader(1, 60_000));
        wrong.put("bytes", new byte[17 * 1024 * 1024]);
        wrong.put("huge-png-in-avro", raw("wrong/huge-png-in-avro", Pictures.pngHeader(60_000, 60_000)));
        for (Map.Entry<String, byte[]> picture : wrong.entrySet()) {
            send("wrong/" + picture.getKey(), picture.getValue(), Map.of("who", "camera-7"));
        }
        send("wrong-not/good", photograph, Map.of());

        try (Answers answers = new Answers(bootstrapServers)) {
            List<ConsumerRecord<byte[], byte[]>> rejected = answers.read(
                    TOPICS.imagesRejected(), record -> Answers.key(record).startsWith("wrong/"), wrong.size());
            assertThat(rejected).hasSize(wrong.size());
            for (ConsumerRecord<byte[], byte[]> record : rejected) {
                String name = Answers.key(record).substring("wrong/".length());
                assertThat(record.value()).as(name).isEqualTo(wrong.get(name));
                assertThat(Answers.headers(record)).as(name).containsEntry("who", "camera-7");
                assertThat(Answers.headers(record).toString())
                        .as(name)
                        .contains("reason")
                        .contains("images.raw");
            }
            assertThat(answers.finals("wrong", 1)).containsOnlyKeys("wrong-not/good");
        }
    }

    @Test
    void aPictureInAvroIsAnsweredUnderTheIdInsideIt() throws Exception {
        producer.send(new ProducerRecord<>(
                        TOPICS.imagesRaw(),
                        "some key".getBytes(StandardCharsets.UTF_8),
                        raw("avro/inside", Photographs.smallest())))
                .get();
        try (Answers answers = new Answers(bootstrapServers)) {
            ImageEmotions image = only(answers.finals("avro/", 1), "avro/inside");
            assertThat(image.getSourceId()).isEqualTo("camera-9");
            assertThat(image.getStatus()).isEqualTo(ImageStatus.faces);
        }
    }

    @Test
    void theSamePictureTwiceIsAnsweredOnceAndAnotherUnderTheSameIdIsItsOwn() throws Exception {
        byte[] first = Photographs.smallest();
        byte[] second = Files.readAllBytes(Photographs.all().get(9));
        assertThat(second).isNotEqualTo(first);
        for (byte[] picture : List.of(first, first, second, first, second)) {
            send("again/42", picture, Map.of());
        }
        send("again/last", first, Map.of());
        try (Answers answers = new Answers(bootstrapServers)) {
            Map<String, List<ImageEmotions>> finals = answers.finals("again/", 3);
            assertThat(finals.get("again/42"))
                    .extracting(ImageEmotions::getDigest)
                    .hasSize(2)
                    .doesNotHaveDuplicates();
            assertThat(finals.get("again/last")).hasSize(1);
        }
    }

    @Test
    void aCrowdIsAnsweredUpToTheLimitAndTheRestIsCounted() throws Exception {
        send("crowd/100", Pictures.mosaic(Photographs.all().get(9), 10), Map.of());
        try (Answers answers = new Answers(bootstrapServers)) {
            ImageEmotions crowd = only(answers.finals("crowd/", 1), "crowd/100");
            assertThat(crowd.getFaces()).hasSize(64);
            assertThat(crowd.getOmittedFaces()).isBetween(30, 40);
        }
    }

    @Test
    void aPictureWithoutAFaceIsAnsweredToo() throws Exception {
        send("none/grey", Pictures.png(320, 240), Map.of());
        try (Answers answers = new Answers(bootstrapServers)) {
            ImageEmotions image = only(answers.finals("none/", 1), "none/grey");
            assertThat(image.getStatus()).isEqualTo(ImageStatus.no_face);
            assertThat(image.getFaces()).isEmpty();
            assertThat(image.getPartial()).isFalse();
            for (String topic : List.of(TOPICS.imagesLandmarks(), TOPICS.emotionsFinal())) {
                assertThat(answers.read(topic, record -> Answers.key(record).equals("none/grey"), 1))
                        .as("without a collector nothing is added to records of %s", topic)
                        .allSatisfy(record -> assertThat(record.headers()).isEmpty());
            }
        }
    }

    @Test
    void whatRealClientsAndPicturesBringBecomesWhatIsRight() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ByteArrayOutputStream progress = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(lines, true, StandardCharsets.UTF_8),
                new PrintStream(progress, true, StandardCharsets.UTF_8));

        int exitCode = TrialsMain.run(console, "--bootstrap", bootstrapServers);

        String all = lines.toString(StandardCharsets.UTF_8);
        assertThat(all.lines().filter(line -> line.startsWith("WRONG")).toList())
                .as(progress.toString(StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(exitCode).isZero();
        assertThat(all.lines().filter(line -> line.startsWith("ok ")).count()).isGreaterThan(80);
    }

    @Test
    void killingAWorkerLosesNothingAndDoublesNothing() throws Exception {
        int images = 500;
        byte[] photograph = Photographs.smallest();
        long before = chain.service("cnn-worker-model-2").get("process").asLong();
        for (int i = 0; i < images; i++) {
            send("kill/" + i, photograph, Map.of());
        }
        try (Answers answers = new Answers(bootstrapServers)) {
            answers.finals("kill/", 50);
            ProcessHandle.of(before).orElseThrow().destroyForcibly();

            Map<String, List<ImageEmotions>> finals = answers.finals("kill/", images);

            assertThat(chain.service("cnn-worker-model-2").get("process").asLong())
                    .isNotEqualTo(before);
            assertThat(finals).hasSize(images);
            assertThat(finals.values()).allSatisfy(list -> assertThat(list).hasSize(1));
            assertThat(finals.values()).allSatisfy(list -> {
                assertThat(list.get(0).getPartial()).isFalse();
                assertThat(list.get(0).getModels()).isEqualTo(Topics.MODELS);
                assertThat(list.get(0).getFaces())
                        .isEqualTo(finals.get("kill/0").get(0).getFaces());
            });
        }
    }

    @Test
    @Order(LAST)
    void everyProcessStaysWithinItsMemory() throws Exception {
        for (JsonNode service : chain.status().get("services")) {
            String name = service.get("name").asText();
            assertThat(service.get("health").asText()).as(name).isEqualTo("ready");
            assertThat(service.get("peakMemoryBytes").asLong() >> 20)
                    .as("peak memory of " + name + " in megabytes")
                    .isLessThanOrEqualTo(PEAK_MEMORY.get(name));
        }
    }

    private static ImageEmotions only(Map<String, List<ImageEmotions>> finals, String id) {
        assertThat(finals).containsKey(id);
        assertThat(finals.get(id)).hasSize(1);
        ImageEmotions image = finals.get(id).get(0);
        for (FaceEmotion face : image.getFaces()) {
            assertThat(face.getStatus()).isIn(FaceStatus.emotion, FaceStatus.not_a_face, FaceStatus.uncertain);
            assertThat(face.getEmotion() != null)
                    .as("an emotion for the status %s", face.getStatus())
                    .isEqualTo(face.getStatus() == FaceStatus.emotion);
            EmotionDistribution distribution = EmotionDistribution.ofBytes(face.getProbabilities());
            assertThat(face.getConfidence()).isEqualTo(distribution.confidence());
            assertThat(face.getModelProbabilities().remaining()).isEqualTo(4 * EmotionDistribution.BYTES);
        }
        return image;
    }

    private static void send(String id, byte[] picture, Map<String, String> headers) throws Exception {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(TOPICS.imagesRaw(), id.getBytes(StandardCharsets.UTF_8), picture);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record).get();
    }

    private static byte[] raw(String id, byte[] picture) {
        return new AvroMessages<>(RawImage.class)
                .write(RawImage.newBuilder()
                        .setImageId(id)
                        .setSourceId("camera-9")
                        .setPicture(java.nio.ByteBuffer.wrap(picture))
                        .build());
    }

    private static List<String> run(Path directory, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(local, "output", ".txt");
        Path errors = Files.createTempFile(local, "errors", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES))
                .as(String.join(" ", command))
                .isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return Files.readAllLines(output);
    }
}
