package org.emotionstream.events.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.emotionstream.contract.Sha256;

/**
 * The headers of a record that was set aside, on {@code images.rejected} and {@code internal.quarantine}:
 * the record's own, as they came, and then these. All are UTF-8 text but {@link #KEY}.
 */
public final class OriginHeaders {
    /** Which service set it aside, for example {@code landmarker}. */
    public static final String STAGE = "emotionstream-stage";

    /** Why, as one word, for example {@code not-a-picture}. */
    public static final String REASON = "emotionstream-reason";

    /** Why, as a sentence, at most {@value Limits#REASONS_LENGTH} characters. */
    public static final String MESSAGE = "emotionstream-message";

    /** The reason of a record of our own that cannot be read. */
    public static final String UNREADABLE = "unreadable";

    /** The topic that the record was on. */
    public static final String TOPIC = "emotionstream-origin-topic";

    /** Its partition there, decimal. */
    public static final String PARTITION = "emotionstream-origin-partition";

    /** Its offset there, decimal. */
    public static final String OFFSET = "emotionstream-origin-offset";

    /** The key that it had, byte for byte, where the new record has another one; absent when it had none. */
    public static final String KEY = "emotionstream-origin-key";

    /**
     * On {@code images.raw}, from whoever replays a rejected picture: which attempt this is, decimal, at least 2.
     * A record without it is the first attempt.
     */
    public static final String ATTEMPT = "emotionstream-attempt";

    /**
     * On a replayed record: where on images.raw the record lay that was rejected, decimal {@code
     * PARTITION@OFFSET}. Tells that a replay is on its way while nobody has taken it yet.
     */
    public static final String REPLAY_OF = "emotionstream-replay-of";

    /** The SHA-256 of a value that was not kept, 64 hexadecimal digits; absent where the value is there. */
    public static final String SHA256 = "emotionstream-sha256";

    /** The size of a value that was not kept, in bytes, decimal; absent where the value is there. */
    public static final String BYTES = "emotionstream-bytes";

    private static final List<String> ALL =
            List.of(STAGE, REASON, MESSAGE, TOPIC, PARTITION, OFFSET, KEY, ATTEMPT, REPLAY_OF, SHA256, BYTES);

    private static final int ATTEMPT_DIGITS = 6;

    private OriginHeaders() {}

    /**
     * The record that sets this one aside: its value and headers byte for byte, and why.
     *
     * @param topic where to
     * @param key of the new record, may be null
     */
    public static ProducerRecord<byte[], byte[]> setAside(
            ConsumerRecord<byte[], byte[]> origin,
            String topic,
            byte[] key,
            String stage,
            String reason,
            String message) {
        TopicPartition partition = new TopicPartition(origin.topic(), origin.partition());
        Headers headers = of(origin.headers(), partition, origin.offset(), stage, reason, message);
        if (origin.key() != null && !java.util.Arrays.equals(origin.key(), key)) {
            headers.add(KEY, origin.key());
        }
        return new ProducerRecord<>(topic, null, key, origin.value(), headers);
    }

    /** The headers of the record that sets another one aside: that one's own, where it lay, and why. */
    public static Headers of(
            Headers own, TopicPartition partition, long offset, String stage, String reason, String message) {
        Headers headers = new RecordHeaders(own.toArray());
        headers.add(STAGE, utf8(stage));
        headers.add(REASON, utf8(reason));
        headers.add(MESSAGE, utf8(Limits.cut(message, Limits.REASONS_LENGTH)));
        headers.add(TOPIC, utf8(partition.topic()));
        headers.add(PARTITION, utf8(Integer.toString(partition.partition())));
        headers.add(OFFSET, utf8(Long.toString(offset)));
        return headers;
    }

    /** The headers that were the record's own: all that do not come from here. */
    public static Headers withoutOrigin(Headers headers) {
        Headers own = new RecordHeaders(headers.toArray());
        ALL.forEach(own::remove);
        return own;
    }

    /**
     * This record without its value and its own headers: instead, {@link #SHA256} and {@link #BYTES} of the
     * value, and which attempt it was.
     */
    public static ConsumerRecord<byte[], byte[]> withoutPixels(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        Headers headers = new RecordHeaders();
        Optional.ofNullable(record.headers().lastHeader(ATTEMPT))
                .filter(attempt -> attempt.value() != null && attempt.value().length <= ATTEMPT_DIGITS)
                .ifPresent(headers::add);
        headers.add(SHA256, utf8(Sha256.hex(value)));
        headers.add(BYTES, utf8(Integer.toString(value.length)));
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                -1,
                -1,
                // A key may be anything; the image id, which is the new one, names the picture.
                null,
                null,
                headers,
                Optional.empty());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
