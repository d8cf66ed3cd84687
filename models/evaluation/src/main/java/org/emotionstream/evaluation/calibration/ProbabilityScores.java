package org.emotionstream.evaluation.calibration;

import java.util.List;
import org.emotionstream.contract.Emotion;

/**
 * What nine probabilities a face are worth, on faces that they were not fitted to.
 *
 * @param faces how many there are
 * @param accuracy share whose most probable class is the label, in [0, 1]
 * @param negativeLogLikelihood mean of -ln of the label's probability; one below {@value #LEAST} counts as
 *     that, so that a single certain mistake is dear, not infinite
 * @param brier mean squared distance to the shares of the votes, summed over the nine classes, in [0, 2]
 * @param calibrationError debiased root mean square difference between confidence and accuracy over bins of
 *     equal mass (Kumar, Liang and Ma 2019, "Verified uncertainty calibration")
 */
public record ProbabilityScores(
        int faces, double accuracy, double negativeLogLikelihood, double brier, double calibrationError) {
    /** The least probability of a label that the likelihood knows. */
    public static final double LEAST = 1e-7;

    /**
     * Scores answers.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static ProbabilityScores of(List<JudgedAnswer> answers) {
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("there are no answers to score");
        }
        int right = 0;
        double likelihood = 0;
        double brier = 0;
        for (JudgedAnswer answer : answers) {
            right += answer.right() ? 1 : 0;
            likelihood += negativeLogLikelihood(answer);
            brier += brier(answer);
        }
        int faces = answers.size();
        return new ProbabilityScores(
                faces,
                (double) right / faces,
                likelihood / faces,
                brier / faces,
                Reliability.of(answers, Reliability.BINS).debiasedError());
    }

    /** -ln of the label's probability of one answer. */
    public static double negativeLogLikelihood(JudgedAnswer answer) {
        return -StrictMath.log(Math.max(LEAST, answer.answer().probability(answer.label())));
    }

    private static double brier(JudgedAnswer answer) {
        double sum = 0;
        for (Emotion emotion : Emotion.values()) {
            double difference = (double) answer.answer().probability(emotion)
                    - answer.votes().probability(emotion);
            sum += difference * difference;
        }
        return sum;
    }
}
