package org.emotionstream.events.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuietExporterTest {
    private static final List<SpanData> ONE = List.of(TestSpanData.builder()
            .setName("span")
            .setKind(io.opentelemetry.api.trace.SpanKind.CONSUMER)
            .setStatus(StatusData.unset())
            .setHasEnded(true)
            .setStartEpochNanos(0)
            .setEndEpochNanos(1)
            .build());

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger(QuietExporter.class.getName());
    private final Handler handler = new Lines();
    private final Moody collector = new Moody();
    private final QuietExporter exporter = new QuietExporter(collector, "http://collector:4318");

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
    }

    @Test
    void thatItIsAwayAndThatItIsBackIsSaidOnceEach() {
        exporter.export(ONE);
        assertThat(lines).isEmpty();

        collector.away = true;
        for (int i = 0; i < 1000; i++) {
            exporter.export(ONE);
        }
        assertThat(lines).singleElement().asString().contains("takes no traces");

        collector.away = false;
        exporter.export(ONE);
        exporter.export(ONE);
        assertThat(lines).hasSize(2).last().asString().contains("takes traces again");
    }

    private static final class Moody implements SpanExporter {
        private boolean away;

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return away
                    ? CompletableResultCode.ofExceptionalFailure(new java.net.ConnectException("refused"))
                    : CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
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
