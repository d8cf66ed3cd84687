package org.emotionstream.evaluation.dataset;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.contract.Sha256;

/** The names of splits, and how one is drawn where a data set has none. */
public final class Splits {
    /** To learn from. */
    public static final String TRAIN = Selection.TRAIN;
    /** To measure on. */
    public static final String VALID = "valid";
    /** To judge by. */
    public static final String TEST = "test";

    /** Other words for them, which data sets use. */
    private static final Map<String, String> WORDS =
            Map.of(TRAIN, TRAIN, "training", TRAIN, VALID, VALID, "validation", VALID, "val", VALID, TEST, TEST);

    /** The share of the groups that are drawn for {@code valid}. */
    static final double VALID_SHARE = 0.1;

    private Splits() {}

    /** The split that this word means, in upper or lower case; empty when it means none. */
    static Optional<String> named(String word) {
        return Optional.ofNullable(WORDS.get(word.strip().toLowerCase(Locale.ROOT)));
    }

    /** {@code valid} for a tenth of the groups, else {@code train}: by a hash of its name, so always the same. */
    public static String drawn(String group) {
        // 31 bits of the hash, as a number in [0, 1).
        int bits = ByteBuffer.wrap(Sha256.of("split/" + group)).getInt() >>> 1;
        return bits / (double) (1L << 31) < VALID_SHARE ? VALID : TRAIN;
    }
}
