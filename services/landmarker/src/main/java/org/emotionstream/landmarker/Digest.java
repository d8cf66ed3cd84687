package org.emotionstream.landmarker;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Tells pictures apart: with the image id, it is a picture's identity. */
final class Digest {
    private static final int BYTES = 16;

    private Digest() {}

    /** The first 16 bytes of SHA-256 over the encoded picture, from position to limit, which the buffer keeps. */
    static byte[] of(ByteBuffer encoded) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(encoded.duplicate());
            return Arrays.copyOf(sha256.digest(), BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
