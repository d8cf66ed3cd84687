package org.emotionstream.events;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of a record that was set aside, on {@code images.rejected} and {@code internal.quarantine}:
 * the record's own, as they came, and then these. All are UTF-8 text but {@link #KEY}.
 */
public final class OriginHeaders {
    /** Which service set it aside, for example {@code landmarker}. */
    public static final String STAGE = "emotionstream-stage";

    /** Why, as one word, for example {@code not-a-picture}. */
    public static final String REASON = "emotionstream-reason";

    /** Why, as a sentence, at most {@value #MESSAGE_LENGTH} characters. */
    public static final String MESSAGE = "emotionstream-message";

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

    private static final int MESSAGE_LENGTH = 1000;

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
        Headers headers = new RecordHeaders(origin.headers().toArray());
        headers.add(STAGE, utf8(stage));
        headers.add(REASON, utf8(reason));
        headers.add(MESSAGE, utf8(message.substring(0, Math.min(message.length(), MESSAGE_LENGTH))));
        headers.add(TOPIC, utf8(origin.topic()));
        headers.add(PARTITION, utf8(Integer.toString(origin.partition())));
        headers.add(OFFSET, utf8(Long.toString(origin.offset())));
        if (origin.key() != null && !java.util.Arrays.equals(origin.key(), key)) {
            headers.add(KEY, origin.key());
        }
        return new ProducerRecord<>(topic, null, key, origin.value(), headers);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
