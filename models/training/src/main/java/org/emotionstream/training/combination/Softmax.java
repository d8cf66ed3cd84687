package org.emotionstream.training.combination;

/** The softmax with a temperature: exponentials of the logits over it, divided by their sum. */
public final class Softmax {
    private Softmax() {}

    /** Of logits divided by a temperature; a new array. */
    public static double[] of(float[] logits, double temperature) {
        double[] copy = new double[logits.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = logits[i];
        }
        return of(copy, temperature);
    }

    /** Likewise. */
    static double[] of(double[] logits, double temperature) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        double[] probabilities = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = StrictMath.exp((logits[i] - largest) / temperature);
            sum += probabilities[i];
        }
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }
}
