package org.emotionstream.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotionstream.events.wire.UnreadableMessageException.Fault;
import org.emotionstream.schemas.RawImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a registry of two paths; the real ones have the same two. */
class SchemaRegistryTest {
    private static final int ID = 258;
    private static final byte[] UNKNOWN_ID = {0, 0, 0, 0, 7, 0, 0, 0, 0};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> registered = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger learnedAfter = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final RawImage image = new RawImage("id", null, null, ByteBuffer.wrap(new byte[] {1, 2}));
    private volatile String schema = RawImage.getClassSchema().toString();
    private volatile int failure = 503;
    private volatile boolean hangs;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void writesConfluentsLayoutWithTheIdOfTheRegistryAndAsksOnce() {
        AvroMessages<RawImage> messages = messages(Duration.ZERO);

        byte[] bytes = messages.write(image);

        assertThat(bytes).startsWith(0, 0, 0, 1, 2);
        assertThat(registered).containsOnlyKeys("images.raw-value");
        assertThat(messages.write(image)).isEqualTo(bytes);
        assertThat(asked).hasValue(1);
        assertThat(messages.read(bytes)).isEqualTo(image);
        assertThat(new AvroMessages<>(RawImage.class).read(bytes)).isEqualTo(image);
    }

    @Test
    void readsSingleObjectEncodingStill() {
        assertThat(messages(Duration.ZERO).read(new AvroMessages<>(RawImage.class).write(image)))
                .isEqualTo(image);
    }

    @Test
    void waitsForARegistryThatIsAway() {
        failures.set(1);

        assertThat(messages(Duration.ofSeconds(30)).write(image)).startsWith(0, 0, 0, 1, 2);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aRegistryThatStaysAwayIsNoFaultOfTheRecord() {
        failures.set(Integer.MAX_VALUE);
        AvroMessages<RawImage> messages = messages(Duration.ZERO);

        assertThatThrownBy(() -> messages.write(image)).isInstanceOf(SchemaRegistryException.class);
        assertThatThrownBy(() -> messages.read(new byte[] {0, 0, 0, 1, 2, 0, 0, 0, 0}))
                .isInstanceOfSatisfying(SchemaRegistryException.class, e -> assertThat(e.isNoAnswer())
                        .isTrue())
                .hasMessageContaining("503");
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowStopsReadingAndIsNamed() {
        assertThatThrownBy(() -> messages(Duration.ofMillis(700)).read(UNKNOWN_ID))
                .isInstanceOfSatisfying(SchemaRegistryException.class, e -> assertThat(e.isNoAnswer())
                        .isFalse())
                .hasMessageContaining("id 7")
                .hasMessageContaining("images.raw");
        assertThat(asked).hasValueGreaterThan(1);
    }

    @Test
    void anIdThatTheRegistryLearnsLateIsRead() {
        learnedAfter.set(3);
        AvroMessages<RawImage> messages = messages(Duration.ofSeconds(30));
        byte[] bytes = messages.write(image);

        assertThat(messages.read(bytes)).isEqualTo(image);
        assertThat(asked).hasValue(1 + 3 + 1);
    }

    @Test
    void whereAnybodyMayWriteAnUnknownIdIsTheRecordsFaultAndIsAskedForOnce() {
        AvroMessages<RawImage> messages = fromAnybody();

        for (int time = 0; time < 3; time++) {
            assertThatThrownBy(() -> messages.read(UNKNOWN_ID))
                    .isInstanceOf(UnreadableMessageException.class)
                    .hasMessageContaining("id 7");
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void whereAnybodyMayWriteANumberThatIsNoIdIsNotAskedFor() {
        for (byte[] bytes : new byte[][] {{0, -1, 0, 0, 7, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 1, 0, 0, 0}}) {
            assertThatThrownBy(() -> fromAnybody().read(bytes)).isInstanceOf(UnreadableMessageException.class);
        }
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 407, 429, 500, 503})
    void whereAnybodyMayWriteARegistryThatRefusesIsAskedOnceAndOurOwnSchemaIsRead(int status) {
        AvroMessages<RawImage> messages = fromAnybody();
        failures.set(Integer.MAX_VALUE);
        failure = status;

        for (int id = 1; id < 50; id++) {
            byte[] ofOurs = ofOurSchema(id);
            assertThat(messages.read(ofOurs)).isEqualTo(image);
            assertThatThrownBy(() -> messages.read(Arrays.copyOf(ofOurs, ofOurs.length + 1)))
                    .isInstanceOfSatisfying(UnreadableMessageException.class, e -> assertThat(e.fault())
                            .isEqualTo(Fault.SCHEMA_NOT_AVAILABLE));
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void whereAnybodyMayWriteARegistryThatDoesNotAnswerDelaysOneRecordForTwoSecondsAndNoOther() {
        AvroMessages<RawImage> messages = fromAnybody();
        hangs = true;
        long start = System.nanoTime();

        for (int id = 1; id < 50; id++) {
            assertThat(messages.read(ofOurSchema(id))).isEqualTo(image);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void whereAnybodyMayWriteASchemaOfAnotherKindSaysNothingOfTheRegistry() {
        AvroMessages<RawImage> messages = fromAnybody();
        schema = "syntax = \"proto3\";";
        assertThatThrownBy(() -> messages.read(ofOurSchema(ID))).isInstanceOf(UnreadableMessageException.class);
        assertThatThrownBy(() -> messages.read(UNKNOWN_ID))
                .isInstanceOfSatisfying(UnreadableMessageException.class, e -> assertThat(e.fault())
                        .isEqualTo(Fault.UNKNOWN_SCHEMA));
    }

    @Test
    void withinTheChainARegistryThatIsAwayHoldsNothingUp() {
        failures.set(Integer.MAX_VALUE);
        Schemas schemas = schemas(Duration.ofMinutes(10));
        AvroMessages<RawImage> messages = AvroMessages.withinChain(RawImage.class, schemas, "images.taken");

        for (int time = 0; time < 3; time++) {
            assertThat(messages.write(image)).isEqualTo(new AvroMessages<>(RawImage.class).write(image));
        }
        assertThat(asked).hasValue(1);
        assertThat(AvroMessages.withinChain(RawImage.class, upAgain(), "images.taken")
                        .write(image))
                .startsWith(0, 0, 0, 1, 2);
    }

    private Schemas upAgain() {
        failures.set(0);
        return schemas(Duration.ZERO);
    }

    private AvroMessages<RawImage> fromAnybody() {
        return AvroMessages.fromAnybody(RawImage.class, schemas(Duration.ofMinutes(10)), "images.raw");
    }

    /** The image in Confluent's layout, written with the schema of this version. */
    private byte[] ofOurSchema(int id) {
        byte[] single = new AvroMessages<>(RawImage.class).write(image);
        return ByteBuffer.allocate(5 + single.length - 10)
                .put((byte) 0)
                .putInt(id)
                .put(single, 10, single.length - 10)
                .array();
    }

    private AvroMessages<RawImage> messages(Duration patience) {
        return new AvroMessages<>(RawImage.class, schemas(patience), "images.raw");
    }

    private Schemas schemas(Duration patience) {
        SchemaRegistry registry =
                new SchemaRegistry("http://127.0.0.1:" + server.getAddress().getPort() + "/api/", patience);
        return new Schemas(Optional.empty(), Optional.of(registry), patience);
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        if (hangs) {
            return; // and never answers
        }
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            answer(exchange, failure, "starting");
        } else if (exchange.getRequestMethod().equals("POST")) {
            String subject = exchange.getRequestURI().getPath().split("/")[3];
            registered.put(
                    subject,
                    JSON.readTree(exchange.getRequestBody()).path("schema").asText());
            answer(exchange, 200, "{\"id\":" + ID + "}");
        } else if (exchange.getRequestURI().getPath().equals("/api/schemas/ids/" + ID)
                && learnedAfter.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            answer(exchange, 200, JSON.createObjectNode().put("schema", schema).toString());
        } else {
            answer(exchange, 404, "{}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
