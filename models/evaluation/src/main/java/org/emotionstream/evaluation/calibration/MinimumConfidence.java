package org.emotionstream.evaluation.calibration;

import java.util.List;

/**
 * Chooses the confidence below which a face is uncertain: the largest hundredth such that the faces below
 * it are right in at most two of five cases.
 *
 * <p>Why so: an answer that is wrong half as often again as it is right is none; whoever counts emotions is served
 * better by the word "uncertain". More should not be held back here: the nine probabilities and the
 * confidence travel along, so an analyst who wants fewer mistakes can ask for more confidence, but nobody
 * can bring back an emotion that was not set.
 *
 * <p>"At most" is meant with certainty: the upper end of the one-sided 95 % interval (Wilson 1927) of the share
 * that is right must not exceed two fifths, so a few unlucky faces do not silence many. The faces are taken as
 * independent; groups of several faces make the interval a little too narrow. Where no confidence fulfils
 * this, it is 0: every face is answered.
 */
public final class MinimumConfidence {
    private static final double GREATEST_SHARE_RIGHT = 0.4;

    /** Of the standard normal distribution, 95 %. */
    private static final double QUANTILE = 1.6448536269514722;

    private MinimumConfidence() {}

    /**
     * The minimum confidence.
     *
     * @param answers that were not fitted to their faces
     * @return in [0, 0.99], a multiple of 0.01
     */
    public static double of(List<JudgedAnswer> answers) {
        for (int percent = 99; percent > 0; percent--) {
            double confidence = percent / 100.0;
            int below = 0;
            int right = 0;
            for (JudgedAnswer answer : answers) {
                if (answer.confidence() < confidence) {
                    below++;
                    right += answer.right() ? 1 : 0;
                }
            }
            if (below > 0 && upperBound(right, below) <= GREATEST_SHARE_RIGHT) {
                return confidence;
            }
        }
        return 0;
    }

    /** The upper end of Wilson's one-sided 95 % interval. */
    static double upperBound(int right, int of) {
        double share = (double) right / of;
        double square = QUANTILE * QUANTILE;
        double spread = QUANTILE * Math.sqrt(share * (1 - share) / of + square / (4.0 * of * of));
        return (share + square / (2.0 * of) + spread) / (1 + square / of);
    }
}
