package org.emotionstream.training.optimisation;

import java.util.List;
import org.emotionstream.contract.Emotion;

/**
 * How often answers are right.
 *
 * @param accuracy share of right answers over all nine classes, in [0, 1]
 * @param macroF1 mean over the eight emotions (without no-face) of the harmonic mean of precision and recall
 * @param faces how many answers there are
 */
public record Scores(double accuracy, double macroF1, int faces) {
    private static final int EMOTIONS = Emotion.NO_FACE.ordinal();

    /** Of these rows of nine numbers, the highest of which is the answer. */
    public static Scores of(List<float[]> rows, List<Sample> samples) {
        int[] right = new int[Emotion.COUNT];
        int[] answered = new int[Emotion.COUNT];
        int[] actual = new int[Emotion.COUNT];
        for (int i = 0; i < samples.size(); i++) {
            int answer = Answers.highest(rows.get(i));
            int label = samples.get(i).label().ordinal();
            answered[answer]++;
            actual[label]++;
            right[label] += answer == label ? 1 : 0;
        }
        double sum = 0;
        for (int i = 0; i < EMOTIONS; i++) {
            sum += right[i] == 0 ? 0 : 2.0 * right[i] / (answered[i] + actual[i]);
        }
        return new Scores(Answers.accuracy(rows, samples), sum / EMOTIONS, samples.size());
    }
}
