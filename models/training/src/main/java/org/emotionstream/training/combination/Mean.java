package org.emotionstream.training.combination;

/** The weighted mean of distributions, as logits: its logarithm. */
final class Mean {
    /** Below this a probability counts as this: a logarithm must be finite. */
    private static final double LEAST = 1e-9;

    private Mean() {}

    /**
     * Sets nine logits.
     *
     * @param networks indices of the networks
     * @param weights one for each of these
     */
    static void logits(HeadFaces faces, int face, int[] networks, double[] weights, double[] logits) {
        for (int i = 0; i < logits.length; i++) {
            double mean = 0;
            for (int m = 0; m < networks.length; m++) {
                mean += weights[m] * faces.probabilities()[faces.offset(face, networks[m]) + i];
            }
            logits[i] = StrictMath.log(Math.max(LEAST, mean));
        }
    }
}
