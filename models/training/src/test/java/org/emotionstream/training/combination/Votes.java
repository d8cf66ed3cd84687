package org.emotionstream.training.combination;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.training.optimisation.MadeUpFaces;

/** Logits of four networks that tests make up: the first is nearly always right, the others seldom, and all are as sure. */
final class Votes {
    private static final double[] RIGHT = {0.85, 0.35, 0.35, 0.35};

    static final float[] CLASS_WEIGHTS = {1, 1, 1, 1, 1, 1, 1, 1, 1};

    private Votes() {}

    /** For each sample {@code float[4][9]}; the classes come in turn. */
    static List<float[][]> logits(int samples, long seed) {
        Random random = new Random(seed);
        List<float[][]> all = new ArrayList<>();
        for (int sample = 0; sample < samples; sample++) {
            float[][] logits = new float[RIGHT.length][Emotion.COUNT];
            for (int network = 0; network < RIGHT.length; network++) {
                int label = sample % Emotion.COUNT;
                int answer = random.nextDouble() < RIGHT[network] ? label : random.nextInt(Emotion.COUNT);
                for (int i = 0; i < Emotion.COUNT; i++) {
                    logits[network][i] = (float) random.nextGaussian() + (i == answer ? 5 : 0);
                }
            }
            all.add(logits);
        }
        return all;
    }

    static List<EmotionDistribution> targets(int samples) {
        List<EmotionDistribution> targets = new ArrayList<>();
        for (int sample = 0; sample < samples; sample++) {
            targets.add(MadeUpFaces.certain(Emotion.values()[sample % Emotion.COUNT]));
        }
        return targets;
    }
}
