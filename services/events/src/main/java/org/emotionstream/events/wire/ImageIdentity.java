package org.emotionstream.events.wire;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.LedgerEntry;

/**
 * Tells one picture from all others. The same image id with another digest is another picture.
 *
 * @param imageId chosen by the camera team; not unique when counters restart
 * @param digest 128 bits over the bytes of the picture, as 32 lower-case hexadecimal digits
 */
public record ImageIdentity(String imageId, String digest) {
    /** Bytes of a digest on the wire: 16. */
    public static final int DIGEST_BYTES = 16;

    private static final int DIGEST_DIGITS = 2 * DIGEST_BYTES;

    /** The picture of this id and this digest, as messages have them. */
    public static ImageIdentity of(String imageId, ByteBuffer digest) {
        byte[] bytes = new byte[digest.remaining()];
        digest.duplicate().get(bytes);
        return new ImageIdentity(imageId, HexFormat.of().formatHex(bytes));
    }

    /** The picture that this message is about. */
    public static ImageIdentity of(EmotionDistributions message) {
        return of(message.getImageId(), message.getDigest());
    }

    /** The picture that this message is about. */
    public static ImageIdentity of(ImageTaken message) {
        return of(message.getImageId(), message.getDigest());
    }

    /** The picture that this entry is about. */
    public static ImageIdentity of(LedgerEntry entry) {
        return of(entry.getImageId(), entry.getDigest());
    }

    /** The picture whose ledger entry has this key; empty when this is no such key. */
    public static Optional<ImageIdentity> ofLedgerKey(String key) {
        int space = key.length() - DIGEST_DIGITS - 1;
        return space >= 0 && key.charAt(space) == ' '
                ? Optional.of(new ImageIdentity(key.substring(0, space), key.substring(space + 1)))
                : Optional.empty();
    }

    /** The key of the ledger entry: image id, a space, and the digest. */
    public String ledgerKey() {
        return imageId + " " + digest;
    }

    /** The digest, as on the wire: {@link #DIGEST_BYTES} bytes, a new array. */
    public byte[] digestBytes() {
        return HexFormat.of().parseHex(digest);
    }
}
