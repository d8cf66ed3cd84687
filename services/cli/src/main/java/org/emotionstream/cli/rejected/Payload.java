package org.emotionstream.cli.rejected;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.kafka.common.serialization.Deserializer;

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
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value == null ? NOTHING : value);
            return new Payload(value == null ? 0 : value.length, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Reads a value as its payload. Kafka does not call it for a record without a value. */
    static final class Reading implements Deserializer<Payload> {
        @Override
        public Payload deserialize(String topic, byte[] value) {
            return of(value);
        }
    }
}
