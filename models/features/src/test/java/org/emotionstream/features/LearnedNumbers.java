package org.emotionstream.features;

import java.util.Random;
import org.emotionstream.contract.FeatureVector;

/** Scaler and components for tests, drawn at random. */
final class LearnedNumbers {
    final double[] mean = new double[FeatureLayout.COUNT];
    final double[] scale = new double[FeatureLayout.COUNT];
    final double[][] components = new double[FeatureVector.COMPONENTS][FeatureLayout.COUNT];

    LearnedNumbers() {
        Random random = new Random(5);
        for (int i = 0; i < FeatureLayout.COUNT; i++) {
            mean[i] = random.nextDouble();
            scale[i] = 0.1 + random.nextDouble();
            for (double[] component : components) {
                component[i] = random.nextGaussian() / 50;
            }
        }
    }

    FeatureProjection projection() {
        return FeatureProjection.of(mean, scale, components);
    }
}
