package org.emotionstream.combiner.join;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.emotionstream.schemas.EmotionDistributions;

/**
 * Which picture: the key of the join. The same image id with another digest is another picture.
 *
 * @param imageId chosen by the camera team; not unique when counters restart
 * @param digest 128 bits over the bytes of the picture, as 32 lower-case hexadecimal digits
 */
public record ImageIdentity(String imageId, String digest) {
    /** Bytes of a digest on the wire: 16. */
    public static final int DIGEST_BYTES = 16;

    /** The picture that this message is about. */
    public static ImageIdentity of(EmotionDistributions message) {
        ByteBuffer bytes = message.getDigest().duplicate();
        byte[] digest = new byte[bytes.remaining()];
        bytes.get(digest);
        return new ImageIdentity(message.getImageId(), HexFormat.of().formatHex(digest));
    }
}
