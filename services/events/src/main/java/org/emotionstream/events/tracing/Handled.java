package org.emotionstream.events.tracing;

import io.opentelemetry.api.trace.Span;

/**
 * Attributes of the record that the calling thread handles, for its span and log lines. Costs next to nothing when there
 * is no span.
 */
public final class Handled {
    private Handled() {}

    /** It is about this image. */
    public static void image(String imageId) {
        LogContext.image(imageId);
        Span.current().setAttribute(SpanAttributes.IMAGE, imageId);
    }

    /** It was answered with this release, for so many faces. */
    public static void answered(String releaseId, int faces) {
        Span.current().setAttribute(SpanAttributes.RELEASE, releaseId);
        Span.current().setAttribute(SpanAttributes.FACES, (long) faces);
    }

    /** It was rejected for this reason, one word. */
    public static void rejected(String reason) {
        Span.current().setAttribute(SpanAttributes.OUTCOME, "rejected");
        Span.current().setAttribute(SpanAttributes.REASON, reason);
    }

    /** This network has looked at it. */
    public static void model(String model) {
        Span.current().setAttribute(SpanAttributes.MODEL, model);
    }
}
