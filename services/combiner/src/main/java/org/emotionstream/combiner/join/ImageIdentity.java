package org.emotionstream.combiner.join;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.LedgerEntry;

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
        return new ImageIdentity(message.getImageId(), hex(message.getDigest()));
    }

    /** The picture that this message is about. */
    public static ImageIdentity of(ImageTaken message) {
        return new ImageIdentity(message.getImageId(), hex(message.getDigest()));
    }

    /** The picture that this entry is about. */
    public static ImageIdentity of(LedgerEntry entry) {
        return new ImageIdentity(entry.getImageId(), hex(entry.getDigest()));
    }

    /** The digest, as on the wire. */
    public byte[] digestBytes() {
        return HexFormat.of().parseHex(digest);
    }

    private static String hex(ByteBuffer bytes) {
        byte[] digest = new byte[bytes.remaining()];
        bytes.duplicate().get(digest);
        return HexFormat.of().formatHex(digest);
    }
}
