package org.emotionstream.combiner.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Makes the record for the topic of what cannot be read: the bytes and headers as they came, and why. */
final class Quarantine {
    private Quarantine() {}

    /** The record as it came, with headers that say where from and why. */
    static Record<Bytes, Object> record(Record<Bytes, ?> from, Arrival.Unreadable unreadable, RecordMetadata where) {
        Headers headers = new RecordHeaders(from.headers())
                .add("stage", utf8("combiner"))
                .add("reason", utf8("unreadable"))
                .add("message", utf8(unreadable.reason()))
                .add("origin-topic", utf8(where.topic()))
                .add("origin-partition", utf8(Integer.toString(where.partition())))
                .add("origin-offset", utf8(Long.toString(where.offset())));
        return new Record<>(from.key(), unreadable.bytes(), from.timestamp(), headers);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
