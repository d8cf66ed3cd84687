package org.emotionstream.events.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.events.wire.OriginHeaders;

/** One record in the hands of one thread, from beginning to end. */
public final class Handling implements AutoCloseable {
    static final Handling OF_NO_SPAN = new Handling(LogContext.OPEN, Span.getInvalid(), Scope.noop());

    private final LogContext log;
    private final Span span;
    private final Scope scope;

    Handling(LogContext log, Span span, Scope scope) {
        this.log = log;
        this.span = span;
        this.scope = scope;
    }

    /** It is answered by these records; they carry its trace on. */
    public void answered(List<ProducerRecord<byte[], byte[]>> results) {
        if (!span.getSpanContext().isValid()) {
            return;
        }
        TraceHeaders headers = TraceText.headers(span);
        for (ProducerRecord<byte[], byte[]> result : results) {
            // What is set aside keeps its own headers byte for byte, so that it can be replayed as it came.
            if (result.headers().lastHeader(OriginHeaders.STAGE) == null) {
                headers.replaceIn(result.headers());
            }
        }
    }

    /** It ended otherwise, in one word. */
    public void ended(String outcome) {
        span.setAttribute(SpanAttributes.OUTCOME, outcome);
    }

    /** The stage broke on it. */
    public void failed(Throwable why) {
        ended("failed");
        span.setStatus(StatusCode.ERROR, String.valueOf(why.getMessage()));
    }

    @Override
    public void close() {
        scope.close();
        span.end();
        log.close();
    }
}
