package org.emotionstream.events.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.emotionstream.events.configuration.ConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire to a collector, and what happens when there is none. */
class CollectorTest {
    private static final int RECORDS = 20_000;

    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger("org.emotionstream");
    private final Logger theirs = Logger.getLogger("io.opentelemetry.exporter");
    private final Handler handler = new Lines();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        logger.addHandler(handler);
        // As the services' application.properties have it.
        theirs.setLevel(Level.OFF);
    }

    @AfterEach
    void goAway() {
        logger.removeHandler(handler);
        theirs.setLevel(null);
        server.stop(0);
    }

    @Test
    void withRatioOneItIsSentAtTheLatestWhenTheServiceStops() {
        try (Tracing tracing = tracing("1")) {
            tracing.begin(TracingTest.record(new RecordHeaders()), "group").close();
        }
        assertThat(requests).hasPositiveValue();
    }

    @Test
    void withRatioZeroNothingIsSent() {
        try (Tracing tracing = tracing("0")) {
            handle(tracing);
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void withoutACollectorThereIsNoThread() {
        Tracing tracing = Tracing.of("landmarker", TracingSettings.read());
        handle(tracing);

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("BatchSpanProcessor"));
    }

    @Test
    void aCollectorThatIsAwayHoldsNobodyUpAndIsSaidOnce() {
        server.stop(0);
        long start = System.nanoTime();
        Tracing tracing = tracing("1");
        handle(tracing);
        long handled = System.nanoTime();
        tracing.close();
        long closed = System.nanoTime();

        assertThat(Duration.ofNanos(handled - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(Duration.ofNanos(closed - handled)).isLessThan(Duration.ofSeconds(4));
        assertThat(lines).hasSizeBetween(1, 2).first().asString().contains("sends traces to");
    }

    @Test
    void wrongSettingsAreNamed() {
        assertWrong("otel.traces.sampler.arg", "2", "OTEL_TRACES_SAMPLER_ARG");
        assertWrong("otel.traces.sampler.arg", "NaN", "OTEL_TRACES_SAMPLER_ARG");
        assertWrong("otel.traces.sampler.arg", "often", "otel.traces.sampler.arg");
        assertWrong("otel.exporter.otlp.endpoint", "collector:4318", "OTEL_EXPORTER_OTLP_ENDPOINT");
        assertWrong("otel.exporter.otlp.protocol", "grpc", "OTEL_EXPORTER_OTLP_PROTOCOL");
    }

    @Test
    void usualSettings() {
        TracingConfiguration configuration = TracingSettings.read();
        assertThat(configuration.endpoint()).isEmpty();
        assertThat(configuration.ratio()).isEqualTo(0.01);
        assertThat(configuration.disabled()).isFalse();
    }

    private static void assertWrong(String key, String value, String named) {
        assertThatThrownBy(() -> TracingSettings.read(Map.of(key, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(named);
    }

    private Tracing tracing(String ratio) {
        return Tracing.of(
                "landmarker",
                TracingSettings.read(Map.of(
                        "otel.exporter.otlp.endpoint",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                        "otel.traces.sampler.arg",
                        ratio)));
    }

    private static void handle(Tracing tracing) {
        for (int i = 0; i < RECORDS; i++) {
            tracing.begin(TracingTest.record(new RecordHeaders()), "group").close();
        }
    }

    private final class Lines extends Handler {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
