package org.emotionstream.evaluation.measurement;

import java.util.Map;

/**
 * An evaluation, and what it was made of.
 *
 * @param releaseId of the release that was evaluated
 * @param split of the data set that it was evaluated on
 * @param leftOut how many pictures of the split were not looked at, by reason
 * @param figures what it says
 */
public record EvaluationReport(String releaseId, String split, Map<String, Integer> leftOut, Figures figures) {
    /** The answers themselves. */
    public Evaluation evaluation() {
        return figures.evaluation();
    }
}
