package org.emotionstream.landmarker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.releases.Releasing;
import org.emotionstream.events.testing.NewerSchemas;
import org.emotionstream.events.testing.TestBroker;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.landmarker.journal.CrashJournal;
import org.emotionstream.landmarks.PictureDecoder;
import org.emotionstream.landmarks.PictureOutcome;
import org.emotionstream.landmarks.hostile.Still;
import org.emotionstream.schemas.RawImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Strangers' bytes that may be Avro, while the registry is up, away, silent, or refuses: from the start of the landmarker
 * on, whose own messages need ids as well.
 */
class HostileRegistryIT {
    private static final int OF_OURS = 4711;
    private static final int OF_NEWER = 4712;
    private static final int UP = 200;
    private static final int SILENT = 0;
    private static final int AWAY = -1;
    private static final int MOST_ASKED = 40;
    private static final Duration MOST_TIME = Duration.ofSeconds(20);
    private static final Schema NEWER = NewerSchemas.withOneFieldMore(RawImage.getClassSchema());
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is certainly another format, with a word of its name. */
    private static final Map<String, String> NAMED = Map.of(
            "000000186674797068656963000000006d69663168656963", "HEIC",
            "000000186674797061766966000000006d69663161766966", "AVIF",
            "000000186674797069736f6d0000020069736f6d69736f32", "MP4",
            "0000000c6a5020200d0a870a", "JPEG 2000",
            "00000100010010100000010020006804000016000000", "ICO");

    @RegisterExtension
    final TestBroker broker = TestBroker.shared();

    @TempDir
    private Path journals;

    private final AtomicInteger asked = new AtomicInteger();
    private final byte[] picture = Still.greyJpeg();
    private final RawImage image = new RawImage("id", "camera", null, ByteBuffer.wrap(picture));
    private volatile int status;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyRecordIsDecidedInTimeWhateverTheRegistryDoes() throws Exception {
        broker.prepare(1);
        for (int state : new int[] {UP, 401, 403, 404, 429, 503, SILENT, AWAY}) {
            status = state;
            asked.set(0);
            if (state == AWAY) {
                server.stop(0);
            }
            long begin = System.nanoTime();
            try (Schemas schemas = Schemas.of(broker.chain(
                            "emotionstream.schema-registry-url",
                            "http://127.0.0.1:" + server.getAddress().getPort()));
                    CrashJournal journal = CrashJournal.open(journals, "one")) {
                decides(channel(schemas, new JournaledGuard(journal, new SimpleMeterRegistry())), "registry " + state);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as("registry %d", state)
                    .isLessThan(MOST_TIME);
            assertThat(asked.get()).as("questions, registry %d", state).isLessThan(MOST_ASKED);
        }
    }

    private void decides(LandmarkerChannel channel, String state) throws IOException {
        boolean known = status == UP;
        // First: no id is in memory yet.
        assertThat(outcome(channel, confluent(OF_OURS, binary())))
                .as(state)
                .isEqualTo(status == 404 ? "wrong-avro" : "");
        NAMED.forEach((hex, name) -> {
            byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(hex), 4000);
            ProducerRecord<byte[], byte[]> rejected =
                    channel.apply(record(bytes)).get(1);
            assertThat(header(rejected, OriginHeaders.REASON)).as(state + name).isEqualTo("not-a-picture");
            assertThat(header(rejected, OriginHeaders.MESSAGE)).as(state).contains(name);
        });
        assertThat(outcome(channel, confluent(OF_NEWER, newer())))
                .as("%s: a schema that is not ours and cannot be looked up", state)
                .isEqualTo(known ? "" : status == 404 ? "wrong-avro" : "schema-unavailable");
        for (byte[] bytes : strangers()) {
            assertThat(outcome(channel, bytes))
                    .as(state + HexFormat.of().formatHex(bytes))
                    .isIn("not-a-picture", "wrong-avro", "schema-unavailable");
        }
        if (status != 404) {
            assertThat(outcome(channel, confluent(known ? OF_OURS : 99, binary())))
                    .as("%s: behind the strangers", state)
                    .isEmpty();
        }
    }

    /** Each with an id or a fingerprint of its own, as from somebody who wants to be asked for. */
    private static List<byte[]> strangers() {
        Random random = new Random(7);
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[100];
            random.nextBytes(bytes);
            bytes[0] = (byte) (i % 2 == 0 ? 0 : 0xC3);
            bytes[1] = i % 2 == 0 ? bytes[1] : 1;
            records.add(bytes);
        }
        return records;
    }

    /** The reason for which it is rejected; empty when it is answered. */
    private String outcome(LandmarkerChannel channel, byte[] value) {
        List<ProducerRecord<byte[], byte[]>> records = channel.apply(record(value));
        return records.get(1).topic().endsWith("images.rejected") ? header(records.get(1), OriginHeaders.REASON) : "";
    }

    private LandmarkerChannel channel(Schemas schemas, JournaledGuard guard) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Topics topics = broker.topics();
        return new LandmarkerChannel(
                topics,
                LandmarkerChannel.stage(topics, Optional.empty(), 1),
                () -> new ReleasedStep("release", 1, HostileRegistryIT::decoded),
                Releasing.FIXED,
                schemas,
                () -> {},
                registry,
                new PictureMetrics(registry, "landmarker"),
                guard,
                true);
    }

    private static PictureOutcome decoded(ByteBuffer encoded) {
        PictureDecoder.Result result = PictureDecoder.DEFAULT.decode(encoded, false);
        return result instanceof PictureOutcome.Rejected rejected
                ? rejected
                : new PictureOutcome.Decoded(64, 48, List.of(), 0, 80);
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        if (status == SILENT) {
            return;
        } else if (status != UP) {
            answer(exchange, status, "{}");
        } else if (exchange.getRequestMethod().equals("POST")) {
            answer(exchange, UP, "{\"id\":7}");
        } else if (path.equals("/schemas/ids/" + OF_OURS)) {
            answer(exchange, UP, schema(RawImage.getClassSchema()));
        } else if (path.equals("/schemas/ids/" + OF_NEWER)) {
            answer(exchange, UP, schema(NEWER));
        } else {
            answer(exchange, 404, "{}");
        }
    }

    private static String schema(Schema schema) {
        return JSON.createObjectNode().put("schema", schema.toString()).toString();
    }

    private static void answer(HttpExchange exchange, int code, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private byte[] binary() {
        byte[] single = new AvroMessages<>(RawImage.class).write(image);
        return Arrays.copyOfRange(single, 10, single.length);
    }

    private byte[] newer() throws IOException {
        byte[] single = NewerSchemas.written(NEWER, image);
        return Arrays.copyOfRange(single, 10, single.length);
    }

    private static byte[] confluent(int id, byte[] binary) {
        return ByteBuffer.allocate(5 + binary.length)
                .put((byte) 0)
                .putInt(id)
                .put(binary)
                .array();
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>("images.raw", 0, 1, "key".getBytes(StandardCharsets.UTF_8), value);
    }
}
