package org.emotionstream.training.combination;

import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;

/**
 * Fits temperatures and head on samples that no network has learned from: cross entropy with the shares of
 * votes, plus a pull of the head's weights towards a multiple of the identity (the plain sum, which is the
 * paper's starting point). Adam on all samples at once; in plain Java, so the same on every machine.
 */
public final class CombinationFitter {
    private static final int STEPS = 400;
    private static final double RATE = 0.05;
    private static final double START = 2.5;

    private final double pull;
    private final double[] classWeights;

    /**
     * @param pull how strongly the head is held near the plain sum; 0 is not at all
     * @param classWeights {@code float[9]}, those of the networks' own loss
     */
    public CombinationFitter(double pull, float[] classWeights) {
        this.pull = pull;
        this.classWeights = new double[classWeights.length];
        for (int i = 0; i < classWeights.length; i++) {
            this.classWeights[i] = classWeights[i];
        }
    }

    /**
     * The best temperatures and head for these samples.
     *
     * @param logits for each sample the networks' logits: {@code float[networks][9]}
     * @param targets what people saw in each sample
     */
    public Combination fit(List<float[][]> logits, List<EmotionDistribution> targets) {
        if (logits.isEmpty() || logits.size() != targets.size()) {
            throw new IllegalArgumentException(
                    "the head is fitted to at least one sample, with as many targets; here are " + logits.size()
                            + " samples and " + targets.size() + " targets");
        }
        int networks = logits.get(0).length;
        double[] unknowns = start(networks);
        Adam adam = new Adam(unknowns.length, RATE);
        CombinationLoss loss = new CombinationLoss(logits, targets, classWeights, pull, START);
        for (int step = 0; step < STEPS; step++) {
            adam.step(unknowns, loss.gradient(unknowns));
        }
        return combination(unknowns, networks);
    }

    /** Logarithms of the temperatures, then weights output by output, then biases. */
    private static double[] start(int networks) {
        double[] unknowns = new double[networks + Emotion.COUNT * (Emotion.COUNT + 1)];
        for (int i = 0; i < Emotion.COUNT; i++) {
            unknowns[networks + i * Emotion.COUNT + i] = START;
        }
        return unknowns;
    }

    private static Combination combination(double[] unknowns, int networks) {
        double[] temperatures = new double[networks];
        for (int i = 0; i < networks; i++) {
            temperatures[i] = StrictMath.exp(unknowns[i]);
        }
        double[][] weights = new double[Emotion.COUNT][Emotion.COUNT];
        double[] biases = new double[Emotion.COUNT];
        for (int output = 0; output < Emotion.COUNT; output++) {
            System.arraycopy(unknowns, networks + output * Emotion.COUNT, weights[output], 0, Emotion.COUNT);
            biases[output] = unknowns[networks + Emotion.COUNT * Emotion.COUNT + output];
        }
        return Combination.of(temperatures, weights, biases);
    }
}
