package org.emotionstream.events.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jboss.logging.MDC;

/**
 * What every log line of this thread says of the record in hand, until it is closed: the stage, the image id once
 * it is known, and the trace where there is one. Never the source of an image.
 */
public final class LogContext implements AutoCloseable {
    /** The field of the image id. */
    public static final String IMAGE = "imageId";
    /** The field of the trace. */
    public static final String TRACE = "traceId";
    /** The field of the span. */
    public static final String SPAN = "spanId";
    /** The field of the stage. */
    public static final String STAGE = "stage";

    static final LogContext OPEN = new LogContext();

    private LogContext() {}

    /** A record is in hand at this stage. */
    public static LogContext begin(String stage) {
        MDC.put(STAGE, stage);
        return OPEN;
    }

    /** It is about this image. */
    public static void image(String imageId) {
        MDC.put(IMAGE, imageId);
    }

    /** It is handled in this span. */
    static void span(Span span) {
        SpanContext context = span.getSpanContext();
        if (context.isValid()) {
            MDC.put(TRACE, context.getTraceId());
            MDC.put(SPAN, context.getSpanId());
        }
    }

    /** It belongs to the trace of these headers, where there is one. */
    public static void trace(TraceHeaders headers) {
        if (!headers.isNone()) {
            MDC.put(TRACE, headers.traceId());
        }
    }

    @Override
    public void close() {
        MDC.remove(STAGE);
        MDC.remove(IMAGE);
        MDC.remove(TRACE);
        MDC.remove(SPAN);
    }
}
