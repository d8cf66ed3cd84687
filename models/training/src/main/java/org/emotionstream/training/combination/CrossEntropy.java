package org.emotionstream.training.combination;

/** The cross entropy of a softmax with targets that need not sum to 1. */
final class CrossEntropy {
    private CrossEntropy() {}

    /**
     * The loss of one face, in nats.
     *
     * @param logits nine; replaced by the derivatives of the loss with respect to them
     * @param targets nine from {@code offset}, each 0 or more
     */
    static double lossAndError(double[] logits, double[] targets, int offset) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        double weight = 0;
        double fitting = 0;
        for (int i = 0; i < logits.length; i++) {
            double below = logits[i] - largest;
            logits[i] = StrictMath.exp(below);
            sum += logits[i];
            weight += targets[offset + i];
            fitting += targets[offset + i] * below;
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] = weight * logits[i] / sum - targets[offset + i];
        }
        return weight * StrictMath.log(sum) - fitting;
    }
}
