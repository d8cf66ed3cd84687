package org.emotionstream.cli.records;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What tells one picture from all others.
 *
 * @param imageId names it
 * @param digest of its bytes, 32 lower-case hexadecimal digits
 */
public record ImageIdentity(String imageId, String digest) {
    private static final int DIGEST_DIGITS = 32;

    /** As messages name it. */
    public static ImageIdentity of(String imageId, ByteBuffer digest) {
        byte[] bytes = new byte[digest.remaining()];
        digest.duplicate().get(bytes);
        return new ImageIdentity(imageId, HexFormat.of().formatHex(bytes));
    }

    /** As the key of a ledger entry names it; empty when this is no such key. */
    public static Optional<ImageIdentity> ofLedgerKey(String key) {
        int space = key.length() - DIGEST_DIGITS - 1;
        return space >= 0 && key.charAt(space) == ' '
                ? Optional.of(new ImageIdentity(key.substring(0, space), key.substring(space + 1)))
                : Optional.empty();
    }

    /** The key of its ledger entry. */
    public String ledgerKey() {
        return imageId + " " + digest;
    }
}
