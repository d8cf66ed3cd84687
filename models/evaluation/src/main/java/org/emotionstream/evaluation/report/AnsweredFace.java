package org.emotionstream.evaluation.report;

import java.util.Optional;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.evaluation.calibration.RatedAnswer;
import org.emotionstream.evaluation.measurement.EvaluatedPicture;
import org.emotionstream.evaluation.measurement.ServedAnswer;

/**
 * One model's answer for one face.
 *
 * @param id of the picture
 * @param source of the picture
 * @param label what it shows
 * @param answer the most probable class
 * @param confidence its probability
 * @param votes share of the annotators who chose the label, where they are known
 * @param side longer side of the face's box in picture pixels
 */
record AnsweredFace(
        String id, String source, Emotion label, Emotion answer, double confidence, Optional<Double> votes, int side)
        implements RatedAnswer {
    static AnsweredFace of(EvaluatedPicture picture, EmotionDistribution distribution) {
        return new AnsweredFace(
                picture.id(),
                picture.source(),
                picture.label(),
                distribution.mostProbable(),
                distribution.confidence(),
                picture.votes().map(votes -> (double) votes.probability(picture.label())),
                picture.answered().map(ServedAnswer.Answered::faceSide).orElseThrow());
    }

    @Override
    public boolean right() {
        return answer == label;
    }
}
