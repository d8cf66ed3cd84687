package org.emotionstream.evaluation.measurement;

import java.util.EnumMap;
import java.util.Map;

/**
 * What one column of answers is worth.
 *
 * @param scores on the pictures as they are
 * @param intervals of each metric
 */
public record ModelFigures(Scores scores, Map<Metric, Interval> intervals) {
    static ModelFigures of(Resamples resamples) {
        Map<Metric, Interval> intervals = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            intervals.put(metric, resamples.of(metric));
        }
        return new ModelFigures(resamples.scores(), intervals);
    }
}
