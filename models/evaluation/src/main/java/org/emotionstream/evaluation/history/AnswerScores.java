package org.emotionstream.evaluation.history;

import java.util.Arrays;
import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;

/**
 * How often answers are right.
 *
 * @param accuracy share of right answers over all nine classes, in [0, 1]
 * @param macroF1 mean over the eight emotions (without no-face) of the harmonic mean of precision and recall
 * @param faces how many answers there are
 */
public record AnswerScores(double accuracy, double macroF1, int faces) {
    private static final int EMOTIONS = Emotion.NO_FACE.ordinal();

    /** Of these answers, the most probable class of which counts, to faces with these labels. */
    public static AnswerScores of(List<Emotion> labels, List<EmotionDistribution> answers) {
        int[] right = new int[Emotion.COUNT];
        int[] answered = new int[Emotion.COUNT];
        int[] actual = new int[Emotion.COUNT];
        for (int i = 0; i < labels.size(); i++) {
            int answer = answers.get(i).mostProbable().ordinal();
            int label = labels.get(i).ordinal();
            answered[answer]++;
            actual[label]++;
            right[label] += answer == label ? 1 : 0;
        }
        double sum = 0;
        for (int i = 0; i < EMOTIONS; i++) {
            sum += right[i] == 0 ? 0 : 2.0 * right[i] / (answered[i] + actual[i]);
        }
        return new AnswerScores((double) Arrays.stream(right).sum() / labels.size(), sum / EMOTIONS, labels.size());
    }
}
