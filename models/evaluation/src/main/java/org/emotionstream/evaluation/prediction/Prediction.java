package org.emotionstream.evaluation.prediction;

import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;

/**
 * What the four networks answered for one labelled face that none of them has learned from.
 *
 * @param id of the picture in its data set
 * @param source where the data set has it from, for example {@code fer}
 * @param group shared by pictures that belong together; a bootstrap draws groups, not faces
 * @param label the class that most annotators chose
 * @param votes the share of the annotators' votes for each class; certain where nobody voted
 * @param faceSide the longer side of the face's box in pixels of the picture as it was sent
 * @param networks what model-1 to model-4 answered, in this order
 */
public record Prediction(
        String id,
        String source,
        String group,
        Emotion label,
        EmotionDistribution votes,
        int faceSide,
        List<EmotionDistribution> networks) {
    public Prediction {
        networks = List.copyOf(networks);
    }
}
