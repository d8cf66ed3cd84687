package org.emotionstream.landmarker;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.emotionstream.contract.Sha256;
import org.emotionstream.events.wire.ImageIdentity;

/** The digest that, with the image id, tells pictures apart: 32 lower-case hexadecimal digits. */
final class Digest {
    private Digest() {}

    /** The first 16 bytes of SHA-256 over the encoded picture, from position to limit, which the buffer keeps. */
    static String of(ByteBuffer encoded) {
        MessageDigest sha256 = Sha256.digest();
        sha256.update(encoded.duplicate());
        return cut(sha256);
    }

    /** The first 16 bytes of SHA-256 over key, value and headers of a record: other than that of any picture in it. */
    static String of(ConsumerRecord<byte[], byte[]> record) {
        MessageDigest sha256 = Sha256.digest();
        part(sha256, record.key());
        part(sha256, record.value());
        for (Header header : record.headers()) {
            part(sha256, header.key().getBytes(StandardCharsets.UTF_8));
            part(sha256, header.value());
        }
        return cut(sha256);
    }

    /** With its length before it, so that no two records are the same bytes in a row. */
    private static void part(MessageDigest digest, byte[] part) {
        int length = part == null ? -1 : part.length;
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
        digest.update(part == null ? new byte[0] : part);
    }

    private static String cut(MessageDigest sha256) {
        return HexFormat.of().formatHex(sha256.digest(), 0, ImageIdentity.DIGEST_BYTES);
    }
}
