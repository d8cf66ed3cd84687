package org.emotionstream.cli.rejected;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.emotionstream.cli.records.RecordHeaders;
import org.emotionstream.events.wire.OriginHeaders;

/** A raw record again, as it was sent: value, key and headers, and which attempt this is. */
final class ReplayRecord {
    private static final String ID_HEADER = "image-id";

    private ReplayRecord() {}

    /**
     * The record for images.raw.
     *
     * @param rejected with its value
     * @param parsed the same record, parsed
     */
    static ProducerRecord<byte[], byte[]> of(
            ConsumerRecord<byte[], byte[]> rejected, RejectedRecord parsed, String imagesRaw) {
        Headers headers = OriginHeaders.withoutOrigin(rejected.headers());
        Header key = rejected.headers().lastHeader(OriginHeaders.KEY);
        // An id that nobody chose is the place that the record had: at its new place it would be another.
        boolean byPlace = parsed.imageId().matches(Pattern.quote(imagesRaw) + "-[0-9]+-[0-9]+");
        if (byPlace
                && !RecordHeaders.text(headers, ID_HEADER)
                        .filter(parsed.imageId()::equals)
                        .isPresent()) {
            headers.add(ID_HEADER, utf8(parsed.imageId()));
        }
        headers.add(OriginHeaders.ATTEMPT, utf8(Integer.toString(parsed.attempt() + 1)));
        headers.add(OriginHeaders.REPLAY_OF, utf8(parsed.origin().orElseThrow().toString()));
        byte[] ofId = byPlace ? null : rejected.key();
        return new ProducerRecord<>(imagesRaw, null, key == null ? ofId : key.value(), rejected.value(), headers);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
