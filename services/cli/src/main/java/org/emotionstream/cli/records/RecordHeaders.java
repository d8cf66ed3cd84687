package org.emotionstream.cli.records;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.emotionstream.events.wire.OriginHeaders;

/** Headers of records as text and numbers. */
public final class RecordHeaders {
    private RecordHeaders() {}

    /** The last header of this name, as UTF-8. */
    public static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return Optional.ofNullable(header).map(Header::value).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The header as a number that is not negative; empty where it is none. */
    public static Optional<Long> number(Headers headers, String name) {
        return text(headers, name).filter(text -> text.matches("[0-9]{1,15}")).map(Long::valueOf);
    }

    /** The place on images.raw that a rejected record came from; empty where its headers do not name it. */
    public static Optional<RecordPlace> origin(Headers headers) {
        Optional<Long> partition = number(headers, OriginHeaders.PARTITION);
        Optional<Long> offset = number(headers, OriginHeaders.OFFSET);
        return partition.isPresent() && offset.isPresent()
                ? Optional.of(new RecordPlace(partition.get().intValue(), offset.get()))
                : Optional.empty();
    }

    /** The key as UTF-8; empty where there is none. */
    public static Optional<String> key(ConsumerRecord<byte[], ?> record) {
        return Optional.ofNullable(record.key()).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
