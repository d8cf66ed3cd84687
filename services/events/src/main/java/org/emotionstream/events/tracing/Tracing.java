package org.emotionstream.events.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Makes the spans of one stage; off, it makes none and touches no record. Safe for use by many threads. */
public final class Tracing implements AutoCloseable {
    private final String stage;
    private final Tracer tracer;
    private final Runnable end;

    /** @param end sends what is left, and lets go of the tracer */
    Tracing(String stage, Tracer tracer, Runnable end) {
        this.stage = stage;
        this.tracer = tracer;
        this.end = end;
    }

    /** No spans, no headers, no threads; only log lines know what they are about. */
    public static Tracing off(String stage) {
        return new Tracing(stage, null, () -> {});
    }

    /** Spans to the collector that these settings name; off when they name none. */
    public static Tracing of(String stage, TracingConfiguration configuration) {
        if (configuration.disabled() || configuration.endpoint().isEmpty()) {
            return off(stage);
        }
        return Collector.of(stage, configuration);
    }

    /** Spans from this tracer, which stays the caller's. */
    public static Tracing with(String stage, Tracer tracer) {
        return new Tracing(stage, tracer, () -> {});
    }

    /** Whether there are spans at all. */
    public boolean isOn() {
        return tracer != null;
    }

    /** The stage begins with this record, on the calling thread, until the handling is closed. */
    @SuppressWarnings("MustBeClosedChecker") // the handling closes the scope
    public Handling begin(ConsumerRecord<byte[], byte[]> record, String group) {
        LogContext log = LogContext.begin(stage);
        if (tracer == null) {
            return Handling.OF_NO_SPAN;
        }
        Span span = tracer.spanBuilder("process " + record.topic())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(TraceText.context(TraceHeaders.of(record.headers())))
                .startSpan();
        if (span.isRecording()) {
            span.setAttribute(SpanAttributes.STAGE, stage);
            span.setAttribute(SpanAttributes.OUTCOME, "answered");
            Origin.of(record, group).describe(span);
        }
        LogContext.span(span);
        return new Handling(log, span, span.makeCurrent());
    }

    /** The trace of a record that is kept for later; none when this is off. */
    public TraceHeaders read(Headers headers) {
        return tracer == null ? TraceHeaders.NONE : TraceHeaders.of(headers);
    }

    /**
     * An answer was made: one span, from the first record to now.
     *
     * @return what its record carries on; none when this is off
     */
    public TraceHeaders joined(Joined answer) {
        if (tracer == null) {
            return TraceHeaders.NONE;
        }
        Instant now = Instant.now();
        SpanBuilder builder = tracer.spanBuilder("join " + answer.outcome())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(TraceText.context(answer.parent()))
                // By the clock of the broker, which may be ahead of ours.
                .setStartTimestamp(answer.since().isAfter(now) ? now : answer.since());
        for (TraceHeaders link : answer.links()) {
            SpanContext linked = TraceText.span(link);
            if (linked.isValid()) {
                builder.addLink(linked);
            }
        }
        Span span = builder.startSpan();
        if (span.isRecording()) {
            answer.last().ifPresent(origin -> origin.describe(span));
            describe(span, answer);
        }
        LogContext.span(span);
        span.end();
        return TraceText.headers(span);
    }

    private void describe(Span span, Joined answer) {
        span.setAttribute(SpanAttributes.SYSTEM, "kafka");
        span.setAttribute(SpanAttributes.STAGE, stage);
        span.setAttribute(SpanAttributes.IMAGE, answer.imageId());
        span.setAttribute(SpanAttributes.RELEASE, answer.releaseId());
        span.setAttribute(SpanAttributes.FACES, (long) answer.faces());
        span.setAttribute(SpanAttributes.OUTCOME, answer.outcome());
        span.setAttribute(SpanAttributes.MODELS, answer.models());
        span.setAttribute(SpanAttributes.REVISION, (long) answer.revision());
    }

    /** Sends what is left, for a moment. */
    @Override
    public void close() {
        end.run();
    }
}
