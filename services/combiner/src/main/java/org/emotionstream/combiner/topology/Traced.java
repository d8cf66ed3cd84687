package org.emotionstream.combiner.topology;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.emotionstream.events.tracing.Origin;
import org.emotionstream.events.tracing.TraceHeaders;

/**
 * The trace that a record came with, and where it lay; nothing of either while traces are off.
 *
 * @param headers of the record
 * @param origin where it lay
 */
record Traced(TraceHeaders headers, Optional<Origin> origin) {
    private static final Traced NOT = new Traced(TraceHeaders.NONE, Optional.empty());

    static Traced of(Record<?, ?> record, RecordMetadata where, CombinerParts parts) {
        if (!parts.tracing().isOn()) {
            return NOT;
        }
        Origin origin = new Origin(
                where.topic(),
                where.partition(),
                where.offset(),
                parts.topics().combinerGroup(),
                Instant.ofEpochMilli(record.timestamp()));
        return new Traced(parts.tracing().read(record.headers()), Optional.of(origin));
    }
}
