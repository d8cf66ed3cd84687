package org.emotionstream.events.loop;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The size of records in memory: key, value and headers, all of which are untrusted input. */
final class Bytes {
    private Bytes() {}

    static long of(ConsumerRecord<byte[], byte[]> record) {
        return size(record.key()) + size(record.value()) + of(record.headers());
    }

    static long of(List<ProducerRecord<byte[], byte[]>> records) {
        return records.stream().mapToLong(Bytes::of).sum();
    }

    static long of(ProducerRecord<byte[], byte[]> record) {
        return size(record.key()) + size(record.value()) + of(record.headers());
    }

    private static long of(Headers headers) {
        long bytes = 0;
        for (Header header : headers) {
            bytes += header.key().length() + size(header.value());
        }
        return bytes;
    }

    private static long size(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
