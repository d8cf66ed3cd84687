package org.emotionstream.cli.rejected;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.emotionstream.cli.records.RecordHeaders;
import org.emotionstream.cli.records.RecordPlace;
import org.emotionstream.events.wire.OriginHeaders;

/**
 * A record of images.rejected without its value.
 *
 * @param place on images.rejected
 * @param at when it was rejected, by the broker's clock
 * @param imageId its key
 * @param stage that rejected it
 * @param reason one word
 * @param message a sentence
 * @param attempt which it was, 1 for what a camera sent
 * @param origin its place on images.raw; empty where it does not say
 * @param payload size and hash of what was sent
 * @param source that the camera named in a header; empty where it named none, or in the message only
 * @param kept whether what was sent is here; else only size and hash are
 */
public record RejectedRecord(
        RecordPlace place,
        Instant at,
        String imageId,
        String stage,
        String reason,
        String message,
        int attempt,
        Optional<RecordPlace> origin,
        Payload payload,
        Optional<String> source,
        boolean kept) {

    /** What this record says. */
    public static RejectedRecord of(ConsumerRecord<byte[], Payload> record) {
        Headers headers = record.headers();
        Optional<String> hash = RecordHeaders.text(headers, OriginHeaders.SHA256);
        Payload payload = hash.map(sha256 -> new Payload(
                        RecordHeaders.number(headers, OriginHeaders.BYTES).orElse(0L), sha256))
                // Kafka asks no deserializer about a record without a value.
                .or(() -> Optional.ofNullable(record.value()))
                .orElseGet(() -> Payload.of(null));
        return new RejectedRecord(
                RecordPlace.of(record),
                Instant.ofEpochMilli(record.timestamp()),
                RecordHeaders.key(record).orElse(""),
                RecordHeaders.text(headers, OriginHeaders.STAGE).orElse(""),
                RecordHeaders.text(headers, OriginHeaders.REASON).orElse("unknown"),
                RecordHeaders.text(headers, OriginHeaders.MESSAGE).orElse(""),
                // As the landmarker reads it: what is no attempt is the first.
                RecordHeaders.text(headers, OriginHeaders.ATTEMPT)
                        .filter(text -> text.matches("[1-9][0-9]{0,5}"))
                        .map(Integer::valueOf)
                        .orElse(1),
                RecordHeaders.origin(headers),
                payload,
                RecordHeaders.text(headers, "source").or(() -> RecordHeaders.text(headers, "ce_source")),
                hash.isEmpty());
    }
}
