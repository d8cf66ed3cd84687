package org.emotionstream.events.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.emotionstream.events.wire.OriginHeaders;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private final Tracing tracing =
            Tracing.with("featurizer", TELEMETRY.getOpenTelemetry().getTracer("test"));
    private final ProducerRecord<byte[], byte[]> result = new ProducerRecord<>("out", new byte[0]);

    @Test
    void aSpanSaysWhichRecordOfWhichImageWasHandledWhereAndHowLongItHadWaited() {
        try (Handling handling = tracing.begin(record(new RecordHeaders()), "group")) {
            Handled.image("camera-7/42");
            Handled.model("model-2");
            Handled.answered("2026-11", 3);
            handling.answered(List.of(result));
        }

        SpanData span = onlySpan();
        assertThat(span.getName()).isEqualTo("process in");
        assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(span.getAttributes().asMap())
                .containsEntry(SpanAttributes.SYSTEM, "kafka")
                .containsEntry(SpanAttributes.DESTINATION, "in")
                .containsEntry(SpanAttributes.PARTITION, "3")
                .containsEntry(SpanAttributes.OFFSET, 17L)
                .containsEntry(SpanAttributes.GROUP, "group")
                .containsEntry(SpanAttributes.STAGE, "featurizer")
                .containsEntry(SpanAttributes.IMAGE, "camera-7/42")
                .containsEntry(SpanAttributes.MODEL, "model-2")
                .containsEntry(SpanAttributes.RELEASE, "2026-11")
                .containsEntry(SpanAttributes.FACES, 3L)
                .containsEntry(SpanAttributes.OUTCOME, "answered");
        assertThat(span.getAttributes().get(SpanAttributes.QUEUE)).isBetween(5.0, 20.0);
        assertThat(header(result.headers(), "traceparent"))
                .isEqualTo("00-" + span.getTraceId() + "-" + span.getSpanId() + "-01");
    }

    @Test
    void theTraceOfTheRecordGoesOnWithItsState() {
        Headers headers = new RecordHeaders();
        new TraceHeaders(PARENT, "vendor=7").replaceIn(headers);

        try (Handling handling = tracing.begin(record(headers), "group")) {
            handling.answered(List.of(result));
        }

        SpanData span = onlySpan();
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(header(result.headers(), "traceparent")).startsWith("00-" + TRACE + "-" + span.getSpanId());
        assertThat(header(result.headers(), "tracestate")).isEqualTo("vendor=7");
    }

    @Test
    void whoeverAsksNotToBeTracedIsNotButTheContextGoesOn() {
        Headers headers = new RecordHeaders();
        new TraceHeaders(PARENT.replaceAll("01$", "00"), "").replaceIn(headers);

        try (Handling handling = tracing.begin(record(headers), "group")) {
            handling.answered(List.of(result));
        }

        assertThat(TELEMETRY.getSpans()).isEmpty();
        assertThat(header(result.headers(), "traceparent"))
                .startsWith("00-" + TRACE)
                .endsWith("-00");
    }

    @Test
    void whatIsNoTraceContextIsNone() {
        for (String wrong : List.of("", "hello", "00-" + TRACE, PARENT + "x".repeat(1000))) {
            TELEMETRY.clearSpans();
            Headers headers = new RecordHeaders();
            headers.add("traceparent", wrong.getBytes(StandardCharsets.UTF_8));
            tracing.begin(record(headers), "group").close();
            assertThat(onlySpan().getParentSpanContext().isValid()).as(wrong).isFalse();
        }
    }

    @Test
    void whatIsSetAsideKeepsItsHeadersAsTheyCame() {
        Headers headers = new RecordHeaders();
        new TraceHeaders(PARENT, "").replaceIn(headers);
        ConsumerRecord<byte[], byte[]> record = record(headers);
        ProducerRecord<byte[], byte[]> aside =
                OriginHeaders.setAside(record, "images.rejected", null, "landmarker", "not-a-picture", "text");

        try (Handling handling = tracing.begin(record, "group")) {
            Handled.rejected("not-a-picture");
            handling.answered(List.of(aside));
        }

        assertThat(header(aside.headers(), "traceparent")).isEqualTo(PARENT);
        assertThat(onlySpan().getAttributes().asMap())
                .containsEntry(SpanAttributes.OUTCOME, "rejected")
                .containsEntry(SpanAttributes.REASON, "not-a-picture");
    }

    @Test
    void whatBreaksIsAnErrorOfTheSpan() {
        try (Handling handling = tracing.begin(record(new RecordHeaders()), "group")) {
            handling.failed(new IllegalStateException("no model"));
        }
        assertThat(onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(onlySpan().getStatus().getDescription()).isEqualTo("no model");
        assertThat(onlySpan().getAttributes().get(SpanAttributes.OUTCOME)).isEqualTo("failed");
    }

    @Test
    void logLinesKnowImageTraceAndStageWhileARecordIsInHandAndNotAfterwards() {
        try (Handling handling = tracing.begin(record(new RecordHeaders()), "group")) {
            Handled.image("a");
            assertThat(MDC.get(LogContext.STAGE)).isEqualTo("featurizer");
            assertThat(MDC.get(LogContext.IMAGE)).isEqualTo("a");
            assertThat(MDC.get(LogContext.TRACE)).asString().hasSize(32);
            assertThat(MDC.get(LogContext.SPAN)).asString().hasSize(16);
        }
        assertThat(MDC.getMap()).isEmpty();
    }

    @Test
    void offThereAreNoHeadersAndNoSpansButLogLinesKnowTheImage() {
        Tracing off = Tracing.of("featurizer", TracingSettings.read());
        try (Handling handling = off.begin(record(new RecordHeaders()), "group")) {
            Handled.image("a");
            Handled.answered("2026-11", 1);
            handling.answered(List.of(result));
            assertThat(MDC.get(LogContext.IMAGE)).isEqualTo("a");
        }
        assertThat(off.isOn()).isFalse();
        assertThat(result.headers()).isEmpty();
        assertThat(MDC.getMap()).isEmpty();
    }

    private static SpanData onlySpan() {
        assertThat(TELEMETRY.getSpans()).hasSize(1);
        return TELEMETRY.getSpans().get(0);
    }

    static String header(Headers headers, String name) {
        assertThat(headers.headers(name)).as(name).hasSize(1);
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Ten seconds old. */
    static ConsumerRecord<byte[], byte[]> record(Headers headers) {
        return new ConsumerRecord<>(
                "in",
                3,
                17,
                System.currentTimeMillis() - 10_000,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                headers,
                Optional.empty());
    }
}
