package org.emotionstream.endtoend.trials;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record for {@code images.raw}, and the image id under which its outcome is to be found. */
final class Sent {
    private final byte[] value;
    private final RecordHeaders headers = new RecordHeaders();
    private byte[] key;
    private Optional<String> imageId;
    private String codec = "none";

    private Sent(String imageId, byte[] value) {
        this.imageId = Optional.of(imageId);
        this.key = utf8(imageId);
        this.value = value;
    }

    /** Under a key that is the image id; without a value where that is null. */
    static Sent of(String imageId, byte[] value) {
        return new Sent(imageId, value);
    }

    /** With this key, and this image id because of it. */
    Sent withKey(byte[] other, String id) {
        key = other;
        imageId = Optional.of(id);
        return this;
    }

    /** With this key, or none, which names nothing: the place of the record does. */
    Sent namedByItsPlace(byte[] other) {
        key = other;
        imageId = Optional.empty();
        return this;
    }

    Sent withHeader(String name, String text) {
        headers.add(name, utf8(text));
        return this;
    }

    /** In a batch that is packed by this codec of Kafka. */
    Sent packedBy(String name) {
        codec = name;
        return this;
    }

    String codec() {
        return codec;
    }

    ProducerRecord<byte[], byte[]> record(String topic) {
        return new ProducerRecord<>(topic, null, key, value, headers);
    }

    /** Where its outcome is found; empty where its place says that. */
    Optional<String> imageId() {
        return imageId;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
