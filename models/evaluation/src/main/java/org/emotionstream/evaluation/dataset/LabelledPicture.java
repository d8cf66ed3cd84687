package org.emotionstream.evaluation.dataset;

import java.util.Optional;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;

/**
 * One row of a data set.
 *
 * @param id names the picture in its data set
 * @param source where it was collected, for example {@code fer}
 * @param split for example {@code train} or {@code valid}
 * @param label its class, where it has one
 * @param labelName what the data set calls its class, or why it has none, for example {@code tie}
 * @param votes how its annotators voted, as shares of the nine classes; votes for "unknown" are not counted;
 *     empty where nobody voted, or all for unknown
 * @param group pictures of the same pixels, or of the same drawing, share it; see the package {@code grouping}
 */
public record LabelledPicture(
        String id,
        String source,
        String split,
        Optional<Emotion> label,
        String labelName,
        Optional<EmotionDistribution> votes,
        String group) {
    /** The same picture in another split and group. */
    public LabelledPicture in(String newSplit, String newGroup) {
        return new LabelledPicture(id, source, newSplit, label, labelName, votes, newGroup);
    }
}
