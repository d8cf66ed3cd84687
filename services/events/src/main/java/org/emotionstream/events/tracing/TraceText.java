package org.emotionstream.events.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trace context as text, and back. */
final class TraceText {
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<TraceHeaders> GETTER = new Getter();

    private TraceText() {}

    /** The context that these headers name; the root where they name none or are wrong. */
    static Context context(TraceHeaders headers) {
        return W3C.extract(Context.root(), headers, GETTER);
    }

    /** The span that these headers name; not valid where they name none or are wrong. */
    static SpanContext span(TraceHeaders headers) {
        return Span.fromContext(context(headers)).getSpanContext();
    }

    /** The headers that name this span. */
    static TraceHeaders headers(Span span) {
        Map<String, String> fields = new HashMap<>();
        W3C.inject(Context.root().with(span), fields, Map::put);
        return new TraceHeaders(
                fields.getOrDefault(TraceHeaders.PARENT, ""), fields.getOrDefault(TraceHeaders.STATE, ""));
    }

    private static final class Getter implements TextMapGetter<TraceHeaders> {
        @Override
        public Iterable<String> keys(TraceHeaders headers) {
            return List.of(TraceHeaders.PARENT, TraceHeaders.STATE);
        }

        @Override
        public String get(TraceHeaders headers, String key) {
            String value = key.equals(TraceHeaders.PARENT) ? headers.parent() : headers.state();
            return value.isEmpty() ? null : value;
        }
    }
}
