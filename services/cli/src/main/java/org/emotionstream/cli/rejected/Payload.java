package org.emotionstream.cli.rejected;

import org.apache.kafka.common.serialization.Deserializer;
import org.emotionstream.contract.Sha256;

/**
 * The size and the hash of a value, so that a list of large values takes little memory.
 *
 * @param bytes 0 for none
 * @param sha256 64 hexadecimal digits
 */
public record Payload(long bytes, String sha256) {
    private static final byte[] NOTHING = {};

    /** The payload of this value; null counts as empty. */
    public static Payload of(byte[] value) {
        return new Payload(value == null ? 0 : value.length, Sha256.hex(value == null ? NOTHING : value));
    }

    /** Reads a value as its payload. Kafka does not call it for a record without a value. */
    static final class Reading implements Deserializer<Payload> {
        @Override
        public Payload deserialize(String topic, byte[] value) {
            return of(value);
        }
    }
}
