package org.emotionstream.combiner.topology;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.emotionstream.contract.Sha256;
import org.emotionstream.events.wire.ImageIdentity;

/**
 * How all stores name an image: 8 bytes of SHA-256 over the image id, then 8 of its digest. Short whatever the
 * id is, and all pictures of one id stand together, so that a conflict is seen. Two images that meet need the
 * same 128 bits: for a hundred million images a chance of 1 in 10^22. Who has the power to choose ids and
 * pictures can, with some 4 billion trials, make two of his own share a name under one id, and harms nobody else.
 */
final class ImageKey {
    private static final int ID_BYTES = 8;
    private static final int DIGEST_BYTES = 8;

    private ImageKey() {}

    /** The 16 bytes that name this image. */
    static Bytes of(ImageIdentity image) {
        return join(idOf(image), Arrays.copyOf(image.digestBytes(), DIGEST_BYTES));
    }

    /** The 8 bytes with which the keys of all pictures of this image id begin. */
    static byte[] idOf(ImageIdentity image) {
        return Arrays.copyOf(Sha256.of(image.imageId()), ID_BYTES);
    }

    /** The least key of this image id. */
    static Bytes first(ImageIdentity image) {
        return join(idOf(image), new byte[DIGEST_BYTES]);
    }

    /** The greatest key of this image id. */
    static Bytes last(ImageIdentity image) {
        byte[] greatest = new byte[DIGEST_BYTES];
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
