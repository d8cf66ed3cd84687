package org.emotionstream.evaluation.history;

import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.evaluation.measurement.ConfusionMatrix;
import org.emotionstream.evaluation.measurement.Scores;

/**
 * How often answers are right.
 *
 * @param accuracy share of right answers over all nine classes, in [0, 1]
 * @param macroF1 mean over the eight emotions (without no-face) of the harmonic mean of precision and recall
 * @param faces how many answers there are
 */
public record AnswerScores(double accuracy, double macroF1, int faces) {
    /** Of these answers, the most probable class of which counts, to faces with these labels. */
    public static AnswerScores of(List<Emotion> labels, List<EmotionDistribution> answers) {
        ConfusionMatrix confusion = ConfusionMatrix.of(
                labels, answers.stream().map(EmotionDistribution::mostProbable).toList());
        Scores scores = new Scores(confusion, labels.size());
        return new AnswerScores(scores.accuracy(), scores.macroF1(), labels.size());
    }
}
