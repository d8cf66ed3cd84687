package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.emotionstream.events.configuration.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packaged chain with a collector, and with one that goes away; its logs are JSON, at debug. */
@Tag("alone")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TracesIT {
    private static final Topics TOPICS = new Topics("");
    private static final int STAGES = 7;
    private static final int PICTURES = 60;
    private static final String CAMERAS_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final List<String> WORKERS =
            List.of("cnn-worker-model-1", "cnn-worker-model-2", "cnn-worker-model-3", "cnn-worker-model-4");

    @TempDir
    static Path local;

    private static OtlpReceiver collector;
    private static RunningChain chain;
    private static String bootstrapServers;
    private static byte[] photograph;

    @BeforeAll
    static void up() throws Exception {
        collector = new OtlpReceiver();
        photograph = Photographs.smallest();
        chain = RunningChain.up(new CommandLineInterface(
                local,
                Map.of(
                        "OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint(),
                        "OTEL_TRACES_SAMPLER_ARG", "1",
                        "OTEL_BSP_SCHEDULE_DELAY", "200",
                        "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
                        "QUARKUS_LOG_CATEGORY__ORG_EMOTIONSTREAM__LEVEL", "DEBUG")));
        bootstrapServers = chain.bootstrapServers();
    }

    @AfterAll
    static void down() throws Exception {
        if (chain != null) {
            chain.close();
        }
        collector.close();
    }

    @Test
    @Order(1)
    void onePictureIsOneTraceWhoseFourBranchesMeetInTheCombiner() throws Exception {
        send("one/", 1, "");
        List<ConsumerRecord<byte[], byte[]>> answers = finals("one/", 1);
        List<OtlpReceiver.Received> spans = collector.of("one/0", STAGES);

        assertThat(spans)
                .extracting(OtlpReceiver.Received::traceId)
                .containsOnly(spans.get(0).traceId());
        Map<String, OtlpReceiver.Received> byService = new HashMap<>();
        spans.forEach(received ->
                assertThat(byService.put(received.service(), received)).isNull());
        assertThat(byService).hasSize(STAGES).containsKeys("landmarker", "featurizer", "combiner");
        assertThat(byService).containsKeys(WORKERS.toArray(String[]::new));

        OtlpReceiver.Received landmarker = byService.get("landmarker");
        OtlpReceiver.Received featurizer = byService.get("featurizer");
        OtlpReceiver.Received combiner = byService.get("combiner");
        List<String> workers =
                WORKERS.stream().map(name -> byService.get(name).spanId()).toList();
        assertThat(landmarker.parentId()).as("it begins here").isEmpty();
        assertThat(featurizer.parentId()).isEqualTo(landmarker.spanId());
        assertThat(WORKERS)
                .allSatisfy(name -> assertThat(byService.get(name).parentId()).isEqualTo(featurizer.spanId()));
        assertThat(combiner.links()).isEqualTo(workers);
        assertThat(workers).contains(combiner.parentId());
        assertThat(Answers.headers(answers.get(0)))
                .containsEntry("traceparent", "00-" + combiner.traceId() + "-" + combiner.spanId() + "-01");
        assertThat(landmarker.attributes())
                .containsEntry("messaging.system", "kafka")
                .containsEntry("messaging.destination.name", TOPICS.imagesRaw())
                .containsEntry("messaging.consumer.group.name", TOPICS.landmarkerGroup())
                .containsEntry("emotionstream.outcome", "answered")
                .containsKeys("messaging.kafka.offset", "emotionstream.queue.seconds", "emotionstream.faces");
        assertThat(byService.get(WORKERS.get(1)).attributes()).containsEntry("emotionstream.model", "model-2");
        assertThat(spans.toString())
                .as("where it came from is nobody's business")
                .doesNotContain("camera-7");
    }

    @Test
    @Order(2)
    void theTraceOfACameraGoesOnAndOneThatWantsNoneHasNone() throws Exception {
        send("camera/", 1, "00-" + CAMERAS_TRACE + "-00f067aa0ba902b7-01");
        send("silent/", 1, "00-" + CAMERAS_TRACE + "-00f067aa0ba902b7-00");
        List<ConsumerRecord<byte[], byte[]>> silent = finals("silent/", 1);

        List<OtlpReceiver.Received> spans = collector.of("camera/0", STAGES);
        assertThat(spans).extracting(OtlpReceiver.Received::traceId).containsOnly(CAMERAS_TRACE);
        assertThat(spans)
                .filteredOn(received -> received.service().equals("landmarker"))
                .singleElement()
                .satisfies(received -> assertThat(received.parentId()).isEqualTo("00f067aa0ba902b7"));
        assertThat(collector.spans().toString()).doesNotContain("silent/0");
        assertThat(Answers.headers(silent.get(0)).get("traceparent"))
                .startsWith("00-" + CAMERAS_TRACE)
                .endsWith("-00");
    }

    @Test
    @Order(3)
    void withACollectorThatIsAwayItAnswersAsFast() throws Exception {
        Duration before = answered("there/");
        collector.close();
        Duration after = answered("away/");

        assertThat(after).isLessThan(before.multipliedBy(2).plusSeconds(2));
    }

    @Test
    @Order(4)
    void logsAreJsonWithAtMostOneLineAnImageAndLittleOfTheCollector() throws Exception {
        for (String stage : stages()) {
            List<JsonNode> lines = log(stage);
            Map<String, Integer> byImage = new HashMap<>();
            for (JsonNode line : lines) {
                JsonNode context = line.get("mdc");
                // What comes once while some image happens to be in hand, such as a schema, is not about the image.
                if (line.get("level").asText().equals("DEBUG") && context.has("imageId")) {
                    byImage.merge(context.get("imageId").asText(), 1, Integer::sum);
                    assertThat(context.get("traceId").asText()).hasSize(32);
                    assertThat(context.get("spanId").asText()).hasSize(16);
                    assertThat(context.get("stage").asText()).isEqualTo(stage);
                }
            }
            assertThat(lines)
                    .filteredOn(line -> !line.get("level").asText().equals("DEBUG"))
                    .as("lines of %s above debug, for %d images", stage, byImage.size())
                    .hasSizeLessThan(PICTURES / 2);
            assertThat(byImage).as(stage).containsKeys("one/0", "camera/0", "there/0", "away/" + (PICTURES - 1));
            assertThat(byImage.values()).as(stage).containsOnly(1);
            assertThat(lines)
                    .filteredOn(line -> line.toString().contains("takes no traces"))
                    .as(stage)
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(lines)
                    .filteredOn(line -> line.get("loggerName").asText().startsWith("io.opentelemetry"))
                    .isEmpty();
        }
    }

    private static List<String> stages() {
        return Stream.of(Stream.of("landmarker", "featurizer"), WORKERS.stream(), Stream.of("combiner"))
                .flatMap(names -> names)
                .toList();
    }

    private static List<JsonNode> log(String stage) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(local.resolve("logs").resolve(stage + ".log"))) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private static Duration answered(String prefix) throws Exception {
        long start = System.nanoTime();
        send(prefix, PICTURES, "");
        finals(prefix, PICTURES);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static List<ConsumerRecord<byte[], byte[]>> finals(String prefix, int count) {
        try (Answers answers = new Answers(bootstrapServers)) {
            return answers.read(
                    TOPICS.emotionsFinal(), record -> Answers.key(record).startsWith(prefix), count);
        }
    }

    private static void send(String prefix, int count, String traceparent) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                var record = new ProducerRecord<>(TOPICS.imagesRaw(), bytes(prefix + i), photograph);
                record.headers().add("source", bytes("camera-7"));
                if (!traceparent.isEmpty()) {
                    record.headers().add("traceparent", bytes(traceparent));
                }
                producer.send(record);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
