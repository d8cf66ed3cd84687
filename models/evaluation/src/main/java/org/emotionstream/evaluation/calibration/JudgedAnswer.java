package org.emotionstream.evaluation.calibration;

import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;

/**
 * An answer for a face, and what people say of the same face.
 *
 * @param label the class that most annotators chose
 * @param votes the share of the annotators' votes for each class
 * @param answer nine probabilities that were not fitted to this face
 */
public record JudgedAnswer(Emotion label, EmotionDistribution votes, EmotionDistribution answer)
        implements RatedAnswer {
    @Override
    public double confidence() {
        return answer.confidence();
    }

    @Override
    public boolean right() {
        return answer.mostProbable() == label;
    }
}
