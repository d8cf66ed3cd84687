package org.emotionstream.training.dataset;

import java.nio.ByteBuffer;

/** The names of splits, and how one is drawn where a data set has none. */
final class Splits {
    static final String TRAIN = Selection.TRAIN;
    static final String VALID = "valid";
    static final String TEST = "test";

    /** The share of the groups that are drawn for {@code valid}. */
    static final double VALID_SHARE = 0.1;

    private Splits() {}

    /** {@code valid} for a tenth of the groups, else {@code train}: by a hash of its name, so always the same. */
    static String drawn(String group) {
        // 31 bits of the hash, as a number in [0, 1).
        int bits = ByteBuffer.wrap(Digests.of("split/" + group)).getInt() >>> 1;
        return bits / (double) (1L << 31) < VALID_SHARE ? VALID : TRAIN;
    }
}
