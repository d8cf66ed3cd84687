package org.emotionstream.landmarker;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Tells pictures apart: with the image id, it is a picture's identity. */
final class Digest {
    private static final int BYTES = 16;

    private Digest() {}

    /** The first 16 bytes of SHA-256 over the encoded picture, from position to limit, which the buffer keeps. */
    static byte[] of(ByteBuffer encoded) {
        MessageDigest sha256 = sha256();
        sha256.update(encoded.duplicate());
        return Arrays.copyOf(sha256.digest(), BYTES);
    }

    /** The first 16 bytes of SHA-256 over key, value and headers of a record: other than that of any picture in it. */
    static byte[] of(ConsumerRecord<byte[], byte[]> record) {
        MessageDigest sha256 = sha256();
        part(sha256, record.key());
        part(sha256, record.value());
        for (Header header : record.headers()) {
            part(sha256, header.key().getBytes(StandardCharsets.UTF_8));
            part(sha256, header.value());
        }
        return Arrays.copyOf(sha256.digest(), BYTES);
    }

    /** With its length before it, so that no two records are the same bytes in a row. */
    private static void part(MessageDigest digest, byte[] part) {
        int length = part == null ? -1 : part.length;
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
        digest.update(part == null ? new byte[0] : part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
