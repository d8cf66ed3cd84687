package org.emotionstream.events.tracing;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where a record lay that a span is about.
 *
 * @param group that read it
 * @param timestamp when the broker took it
 */
public record Origin(String topic, int partition, long offset, String group, Instant timestamp) {
    private static final double MILLIS_A_SECOND = 1000.0;

    static Origin of(ConsumerRecord<?, ?> record, String group) {
        return new Origin(
                record.topic(), record.partition(), record.offset(), group, Instant.ofEpochMilli(record.timestamp()));
    }

    /** What it says of itself. */
    void describe(Span span) {
        span.setAttribute(SpanAttributes.SYSTEM, "kafka");
        span.setAttribute(SpanAttributes.OPERATION, "process");
        span.setAttribute(SpanAttributes.OPERATION_TYPE, "process");
        span.setAttribute(SpanAttributes.DESTINATION, topic);
        span.setAttribute(SpanAttributes.PARTITION, Integer.toString(partition));
        span.setAttribute(SpanAttributes.OFFSET, offset);
        span.setAttribute(SpanAttributes.GROUP, group);
        // By two clocks, the broker's and ours: a difference may make it negative, and that is no time.
        long waited = Math.max(0, Duration.between(timestamp, Instant.now()).toMillis());
        span.setAttribute(SpanAttributes.QUEUE, waited / MILLIS_A_SECOND);
    }
}
