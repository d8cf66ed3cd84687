package org.emotionstream.evaluation.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;

/** Answers made up for tests. */
final class Answers {
    private Answers() {}

    /** An answer of this confidence, right or wrong; the rest of the probability is shared evenly. */
    static JudgedAnswer of(double confidence, boolean right) {
        float[] probabilities = new float[Emotion.COUNT];
        Arrays.fill(probabilities, (float) ((1 - confidence) / (Emotion.COUNT - 1)));
        probabilities[Emotion.HAPPY.ordinal()] = (float) confidence;
        Emotion label = right ? Emotion.HAPPY : Emotion.SAD;
        float[] votes = new float[Emotion.COUNT];
        votes[label.ordinal()] = 1;
        return new JudgedAnswer(label, EmotionDistribution.of(votes), EmotionDistribution.of(probabilities));
    }

    /** So many of this confidence, of which so many are right. */
    static List<JudgedAnswer> of(double confidence, int count, int right) {
        List<JudgedAnswer> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(of(confidence, i < right));
        }
        return answers;
    }

    /** Confidences drawn from [0.3, 1), each right as often as confidence plus bias says. */
    static List<JudgedAnswer> drawn(int count, double bias, long seed) {
        Random random = new Random(seed);
        List<JudgedAnswer> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double confidence = 0.3 + 0.7 * random.nextDouble();
            answers.add(of(confidence, random.nextDouble() < confidence + bias));
        }
        return answers;
    }
}
