package org.emotionstream.contract;

import java.util.List;

/**
 * The head, the paper's combined model (section 3.4): the distributions of the four networks are summed,
 * and a dense layer of 9 x 9 weights and 9 biases with softmax (90 parameters) makes nine probabilities
 * of the sums.
 *
 * <p>When fewer than four networks have answered, the sum is scaled by 4/n, so that the head sees the
 * range it was trained on.
 */
public final class DistributionsToEmotion {
    /** How many networks a complete answer rests on. */
    public static final int NETWORKS = 4;

    private final Release.Head head;

    public DistributionsToEmotion(Release.Head head) {
        this.head = head;
    }

    /**
     * The combined probabilities and what to conclude from them.
     *
     * @param distributions of one to four networks, in the order of the networks; the sum is taken in this
     *     order, so that the same answers give the same bits
     * @throws IllegalArgumentException when there are none, or more than four
     */
    public CombinedEmotion apply(List<EmotionDistribution> distributions) {
        if (distributions.isEmpty() || distributions.size() > NETWORKS) {
            throw new IllegalArgumentException(
                    "the head combines 1 to " + NETWORKS + " distributions, here are " + distributions.size());
        }
        EmotionDistribution combined = EmotionDistribution.of(softmax(dense(scaledSum(distributions))));
        return new CombinedEmotion(combined, verdict(combined));
    }

    private CombinedEmotion.Verdict verdict(EmotionDistribution combined) {
        if (combined.confidence() < head.minimumConfidence()) {
            return CombinedEmotion.Verdict.UNCERTAIN;
        }
        return combined.mostProbable() == Emotion.NO_FACE
                ? CombinedEmotion.Verdict.NOT_A_FACE
                : CombinedEmotion.Verdict.EMOTION;
    }

    private static double[] scaledSum(List<EmotionDistribution> distributions) {
        double[] sum = new double[Emotion.COUNT];
        for (EmotionDistribution distribution : distributions) {
            for (Emotion emotion : Emotion.values()) {
                sum[emotion.ordinal()] += distribution.probability(emotion);
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] *= (double) NETWORKS / distributions.size();
        }
        return sum;
    }

    private double[] dense(double[] inputs) {
        double[] outputs = new double[Emotion.COUNT];
        for (int output = 0; output < outputs.length; output++) {
            outputs[output] = head.biases().get(output);
            for (int input = 0; input < inputs.length; input++) {
                outputs[output] += head.weights().get(output).get(input) * inputs[input];
            }
        }
        return outputs;
    }

    private static float[] softmax(double[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        double[] exponentials = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            exponentials[i] = StrictMath.exp(logits[i] - largest);
            sum += exponentials[i];
        }
        float[] probabilities = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = (float) (exponentials[i] / sum);
        }
        return probabilities;
    }
}
