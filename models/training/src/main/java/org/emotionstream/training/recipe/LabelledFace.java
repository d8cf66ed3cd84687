package org.emotionstream.training.recipe;

import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.training.faces.FoundFace;

/**
 * The face that serving finds in a labelled picture.
 *
 * @param id of the picture's row in the data set
 * @param source of the row, for example {@code fer}
 * @param group shared by pictures that must not be torn apart by a split
 * @param label its class; of a tie the first
 * @param clear whether one class has the majority
 * @param target the share of votes for each class
 * @param face as serving finds it
 * @param guises the same face in other guises, as far as they are found and measurable; tiles on disk
 */
record LabelledFace(
        String id,
        String source,
        String group,
        Emotion label,
        boolean clear,
        EmotionDistribution target,
        FoundFace face,
        List<FoundFace> guises) {
    LabelledFace {
        guises = List.copyOf(guises);
    }
}
