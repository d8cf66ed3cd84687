package org.emotionstream.training.recipe;

import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;

/**
 * The face that serving finds in a labelled picture.
 *
 * @param id of the picture's row in the data set
 * @param source of the row, for example {@code fer}
 * @param group shared by pictures that must not be torn apart by a split
 * @param label its class; of a tie the first
 * @param clear whether one class has the majority
 * @param target the share of votes for each class
 * @param tile as serving cuts it
 * @param landmarks as serving finds them
 */
record LabelledFace(
        String id,
        String source,
        String group,
        Emotion label,
        boolean clear,
        EmotionDistribution target,
        Tile tile,
        Landmarks landmarks) {}
