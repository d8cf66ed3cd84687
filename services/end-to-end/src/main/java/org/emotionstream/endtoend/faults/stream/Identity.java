package org.emotionstream.endtoend.faults.stream;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What makes a picture the same picture.
 *
 * @param imageId chosen by who sent it
 * @param digest the first 16 bytes of SHA-256 over its bytes, hexadecimal
 */
public record Identity(String imageId, String digest) {
    private static final int DIGEST_BYTES = 16;

    /** Of these bytes under this id; computed here, not by the code that is tested. */
    public static Identity of(String imageId, byte[] bytes) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Identity(imageId, HexFormat.of().formatHex(Arrays.copyOf(sha, DIGEST_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** As a message names it. */
    public static Identity of(String imageId, ByteBuffer digest) {
        byte[] bytes = new byte[digest.remaining()];
        digest.duplicate().get(bytes);
        return new Identity(imageId, HexFormat.of().formatHex(bytes));
    }
}
