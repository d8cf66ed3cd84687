package org.emotionstream.networks;

import java.util.Arrays;
import org.emotionstream.contract.EmotionDistribution;

/** What a network gives, made a distribution. */
final class Probabilities {
    /** A softmax in 32-bit floats is nearer to 1 than this; what is farther away is not a softmax. */
    private static final double ROUNDING = 1e-3;

    private Probabilities() {}

    /**
     * These probabilities, as they are when they are a distribution, else with their rounding taken out.
     *
     * @throws NetworkException when they are none
     */
    static EmotionDistribution distribution(String network, float[] probabilities) {
        double sum = 0;
        for (float probability : probabilities) {
            // Also false for what is not a number.
            if (!(probability >= 0 && probability <= 1 + ROUNDING)) {
                throw noDistribution(network, probabilities);
            }
            sum += probability;
        }
        if (Math.abs(sum - 1) > ROUNDING) {
            throw noDistribution(network, probabilities);
        }
        return EmotionDistribution.of(isExact(probabilities, sum) ? probabilities : scaled(probabilities, sum));
    }

    private static boolean isExact(float[] probabilities, double sum) {
        boolean within = Math.abs(sum - 1) <= EmotionDistribution.TOLERANCE;
        for (float probability : probabilities) {
            within &= probability <= 1;
        }
        return within;
    }

    private static float[] scaled(float[] probabilities, double sum) {
        float[] scaled = new float[probabilities.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (probabilities[i] / sum);
        }
        return scaled;
    }

    private static NetworkException noDistribution(String network, float[] probabilities) {
        return new NetworkException(network + " gave no probabilities: expected nine in [0, 1] with the sum 1, found "
                + Arrays.toString(probabilities));
    }
}
