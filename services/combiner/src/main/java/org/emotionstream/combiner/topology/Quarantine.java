package org.emotionstream.combiner.topology;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.wire.OriginHeaders;

/** Makes the record for the topic of what cannot be read: as it came, with headers that say where from and why. */
final class Quarantine {
    private static final String REASON = "unreadable";

    private Quarantine() {}

    static Record<Bytes, Object> record(
            Record<Bytes, ?> from, Arrival.Unreadable unreadable, RecordMetadata where, Topics topics) {
        byte[] key = from.key() == null ? null : from.key().get();
        ConsumerRecord<byte[], byte[]> origin = new ConsumerRecord<>(
                where.topic(),
                where.partition(),
                where.offset(),
                from.timestamp(),
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key,
                unreadable.bytes().get(),
                from.headers(),
                Optional.empty());
        Headers headers = OriginHeaders.setAside(
                        origin, topics.quarantine(), key, ServiceNames.COMBINER, REASON, unreadable.reason())
                .headers();
        return new Record<>(from.key(), unreadable.bytes(), from.timestamp(), headers);
    }
}
