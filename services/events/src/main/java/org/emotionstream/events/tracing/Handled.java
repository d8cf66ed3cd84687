package org.emotionstream.events.tracing;

import io.opentelemetry.api.trace.Span;

/**
 * What a channel tells of the record that its thread handles, for the span and for log lines. Costs next to
 * nothing when there is no span.
 */
public final class Handled {
    private Handled() {}

    /** It is about this image. */
    public static void image(String imageId) {
        LogContext.image(imageId);
        Span span = Span.current();
        if (span.isRecording()) {
            span.setAttribute(SpanAttributes.IMAGE, imageId);
        }
    }

    /** It was answered with this release, for so many faces. */
    public static void answered(String releaseId, int faces) {
        Span span = Span.current();
        if (span.isRecording()) {
            span.setAttribute(SpanAttributes.RELEASE, releaseId);
            span.setAttribute(SpanAttributes.FACES, (long) faces);
        }
    }

    /** It was rejected for this reason, one word. */
    public static void rejected(String reason) {
        Span span = Span.current();
        if (span.isRecording()) {
            span.setAttribute(SpanAttributes.OUTCOME, "rejected");
            span.setAttribute(SpanAttributes.REASON, reason);
        }
    }

    /** This network has looked at it. */
    public static void model(String model) {
        Span span = Span.current();
        if (span.isRecording()) {
            span.setAttribute(SpanAttributes.MODEL, model);
        }
    }
}
