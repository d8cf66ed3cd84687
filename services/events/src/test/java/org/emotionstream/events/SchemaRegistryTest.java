package org.emotionstream.events;

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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotionstream.schemas.RawImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageContaining("503");
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowStopsReadingAndIsNamed() {
        assertThatThrownBy(() -> messages(Duration.ofMillis(700)).read(UNKNOWN_ID))
                .isInstanceOf(SchemaRegistryException.class)
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
    void whereAnybodyMayWriteAnUnknownIdIsTheRecordsFaultButARegistryThatIsAwayIsNot() {
        AvroMessages<RawImage> messages =
                AvroMessages.fromAnybody(RawImage.class, schemas(Duration.ofMillis(10)), "images.raw");

        assertThatThrownBy(() -> messages.read(UNKNOWN_ID))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("id 7");
        failures.set(Integer.MAX_VALUE);
        assertThatThrownBy(() -> messages.read(UNKNOWN_ID)).isInstanceOf(SchemaRegistryException.class);
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
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            answer(exchange, 503, "starting");
        } else if (exchange.getRequestMethod().equals("POST")) {
            String subject = exchange.getRequestURI().getPath().split("/")[3];
            registered.put(
                    subject,
                    JSON.readTree(exchange.getRequestBody()).path("schema").asText());
            answer(exchange, 200, "{\"id\":" + ID + "}");
        } else if (exchange.getRequestURI().getPath().equals("/api/schemas/ids/" + ID)
                && learnedAfter.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            String schema = RawImage.getClassSchema().toString();
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
