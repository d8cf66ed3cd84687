package org.emotionstream.combiner.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kafka.common.utils.Bytes;
import org.emotionstream.combiner.join.ImageIdentity;

/**
 * How both stores name an image: 16 bytes of SHA-256 over the image id, then the 16 bytes of its digest.
 * Short whatever the id is, and all pictures of one id stand together, so that a conflict is seen.
 */
final class ImageKey {
    private static final int ID_BYTES = 16;

    private ImageKey() {}

    /** The 32 bytes that name this image. */
    static Bytes of(ImageIdentity image) {
        return join(idOf(image), HexFormat.of().parseHex(image.digest()));
    }

    /** The 16 bytes with which the keys of all pictures of this image id begin. */
    static byte[] idOf(ImageIdentity image) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(image.imageId().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The least key of this image id. */
    static Bytes first(ImageIdentity image) {
        return join(idOf(image), new byte[ImageIdentity.DIGEST_BYTES]);
    }

    /** The greatest key of this image id. */
    static Bytes last(ImageIdentity image) {
        byte[] greatest = new byte[ImageIdentity.DIGEST_BYTES];
        Arrays.fill(greatest, (byte) 0xff);
        return join(idOf(image), greatest);
    }

    private static Bytes join(byte[] id, byte[] digest) {
        return Bytes.wrap(ByteBuffer.allocate(id.length + digest.length)
                .put(id)
                .put(digest)
                .array());
    }
}
