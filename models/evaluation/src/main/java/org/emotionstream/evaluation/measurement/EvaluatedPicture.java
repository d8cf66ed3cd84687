package org.emotionstream.evaluation.measurement;

import java.util.Optional;
import org.emotionstream.contract.CombinedEmotion;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.evaluation.dataset.LabelledPicture;

/**
 * One labelled picture, and what was answered for it.
 *
 * @param id of the picture in its data set
 * @param source where the data set has it from, for example {@code fer}
 * @param group shared by pictures that belong together
 * @param label the class that most annotators chose
 * @param votes the share of the annotators' votes for each class, where they are known
 * @param answer what serving answers
 */
public record EvaluatedPicture(
        String id,
        String source,
        String group,
        Emotion label,
        Optional<EmotionDistribution> votes,
        ServedAnswer answer) {
    /**
     * This picture of a data set.
     *
     * @throws IllegalArgumentException when it has no label
     */
    public static EvaluatedPicture of(LabelledPicture picture, ServedAnswer answer) {
        Emotion label = picture.label()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a picture with a label, found " + picture.id() + ": " + picture.labelName()));
        return new EvaluatedPicture(picture.id(), picture.source(), picture.group(), label, picture.votes(), answer);
    }

    /** The answer, if there is one. */
    public Optional<ServedAnswer.Answered> answered() {
        return answer instanceof ServedAnswer.Answered answered ? Optional.of(answered) : Optional.empty();
    }

    /** The head's most probable class, if there is an answer. */
    public Optional<Emotion> combined() {
        return answered().map(answered -> answered.combined().distribution().mostProbable());
    }

    /** The head's most probable class, unless the face is uncertain. */
    public Optional<Emotion> combinedWhenSure() {
        return answered()
                .filter(answered -> answered.combined().verdict() != CombinedEmotion.Verdict.UNCERTAIN)
                .map(answered -> answered.combined().distribution().mostProbable());
    }
}
