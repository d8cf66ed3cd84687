package org.emotionstream.training.combination;

import org.emotionstream.contract.EmotionDistribution;

/** The softmax: exponentials of the logits, divided by their sum. */
public final class Softmax {
    private Softmax() {}

    /** The probabilities of nine logits. */
    public static EmotionDistribution of(float[] logits) {
        double[] copy = new double[logits.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = logits[i];
        }
        double[] shares = of(copy);
        float[] probabilities = new float[shares.length];
        for (int i = 0; i < shares.length; i++) {
            probabilities[i] = (float) shares[i];
        }
        return EmotionDistribution.of(probabilities);
    }

    /** The shares of these logits; a new array. */
    static double[] of(double[] logits) {
        double largest = largest(logits);
        double sum = 0;
        double[] probabilities = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = StrictMath.exp(logits[i] - largest);
            sum += probabilities[i];
        }
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    /**
     * The cross entropy of one face's softmax with its label, in nats.
     *
     * @param logits nine; replaced by the derivatives of the loss with respect to them
     */
    static double lossAndError(double[] logits, int label) {
        double largest = largest(logits);
        double fitting = logits[label] - largest;
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            logits[i] = StrictMath.exp(logits[i] - largest);
            sum += logits[i];
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] = logits[i] / sum - (i == label ? 1 : 0);
        }
        return StrictMath.log(sum) - fitting;
    }

    /** The largest of these numbers. */
    static double largest(double[] numbers) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double number : numbers) {
            largest = Math.max(largest, number);
        }
        return largest;
    }
}
