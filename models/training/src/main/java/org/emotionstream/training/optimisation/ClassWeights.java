package org.emotionstream.training.optimisation;

import java.util.List;
import org.emotionstream.contract.Emotion;

/** How much each class weighs in the loss: (mean count / its count) to a power, 1 for a class that is absent. */
public final class ClassWeights {
    private ClassWeights() {}

    /** {@code float[9]}, in ordinal order. */
    public static float[] of(List<Sample> samples, double power) {
        double[] counts = new double[Emotion.COUNT];
        for (Sample sample : samples) {
            for (Emotion emotion : Emotion.values()) {
                counts[emotion.ordinal()] += sample.target().probability(emotion);
            }
        }
        float[] weights = new float[Emotion.COUNT];
        for (int i = 0; i < weights.length; i++) {
            double mean = (double) samples.size() / Emotion.COUNT;
            weights[i] = counts[i] < 1 ? 1 : (float) StrictMath.pow(mean / counts[i], power);
        }
        return weights;
    }
}
