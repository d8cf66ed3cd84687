package org.emotionstream.features;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.emotionstream.contract.Sha256;

/**
 * Which 2,249 features a face has, and in which order: five ratios, then for each of the 66 pairs of the
 * twelve constant landmarks the angles to the 34 active landmarks.
 *
 * <p>Landmarks are counted from 0 in the order of iBUG 300-W. From the appendix of the paper: the twelve
 * constants and their order, the vertex at the first of a pair, how many features there are, ratios first.
 * The paper does not list the 34 active landmarks. We take all that an expression moves and that is neither
 * nose nor jaw: ten of the brows (17 to 26), twelve of the eyes (36 to 47), twelve of the outer mouth (48 to
 * 59). That makes the appendix's 34, and the 33 that the paper's text counts, because it leaves out 37, an
 * upper lid. Nor does it spell out the ratios: see {@link Ratio} and {@code docs/adr/0004-features.md}.
 */
public final class FeatureLayout {
    /** How many features there are: 2,249 = 5 + 66 * 34. */
    public static final int COUNT = 2249;

    private static final int[] CONSTANTS = {0, 1, 2, 14, 15, 16, 27, 28, 29, 7, 8, 9};
    private static final int FIRST_BROW = 17;
    private static final int LAST_BROW = 26;
    private static final int FIRST_EYE = 36;
    private static final int LAST_OUTER_MOUTH = 59;
    private static final int[] ACTIVES = IntStream.concat(
                    IntStream.rangeClosed(FIRST_BROW, LAST_BROW), IntStream.rangeClosed(FIRST_EYE, LAST_OUTER_MOUTH))
            .toArray();
    private static final List<String> NAMES = buildNames();
    private static final String HASH = Sha256.hex(String.join("\n", NAMES));

    private FeatureLayout() {}

    /**
     * The names of the features in their order: 2,249 distinct ones. {@code angle(0;1,17)} is the angle at
     * landmark 0 between the rays to landmark 1 (the pair's second constant) and to landmark 17 (active).
     */
    public static List<String> names() {
        return NAMES;
    }

    /** Tells this layout from any other: sha256, in lower-case hexadecimal, of the names joined by newlines. */
    public static String hash() {
        return HASH;
    }

    /** The twelve constant landmarks in the order in which they are paired, a copy. */
    static int[] constants() {
        return CONSTANTS.clone();
    }

    /** The 34 active landmarks in ascending order, a copy. */
    static int[] activeLandmarks() {
        return ACTIVES.clone();
    }

    private static List<String> buildNames() {
        List<String> names = new ArrayList<>(COUNT);
        for (Ratio ratio : Ratio.values()) {
            names.add(ratio.featureName());
        }
        for (int first = 0; first < CONSTANTS.length; first++) {
            for (int second = first + 1; second < CONSTANTS.length; second++) {
                for (int active : ACTIVES) {
                    names.add("angle(" + CONSTANTS[first] + ";" + CONSTANTS[second] + "," + active + ")");
                }
            }
        }
        return List.copyOf(names);
    }
}
