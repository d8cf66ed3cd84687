package org.emotionstream.evaluation.measurement;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.contract.Emotion;

/**
 * Two columns of answers to the same pictures.
 *
 * @param first the name of the one, for example {@code combined}
 * @param second the name of the other
 * @param differences how much more the first has of each metric
 * @param agreement how often they differ
 */
public record Pairing(String first, String second, Map<Metric, Difference> differences, Agreement agreement) {
    /**
     * Of one metric.
     *
     * @param first what the one has
     * @param second what the other has
     * @param difference the first less the second, with the paired interval
     */
    public record Difference(double first, double second, Interval difference) {}

    /** Pairs two columns of one bootstrap, whose pictures have these labels. */
    static Pairing of(List<Emotion> labels, Column first, Column second) {
        Map<Metric, Difference> differences = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            differences.put(
                    metric,
                    new Difference(
                            metric.of(first.resamples().scores()),
                            metric.of(second.resamples().scores()),
                            first.resamples().difference(metric, second.resamples())));
        }
        return new Pairing(
                first.name(), second.name(), differences, Agreement.of(labels, first.answers(), second.answers()));
    }

    /** How much more the first has of this metric. */
    public Interval difference(Metric metric) {
        return differences.get(metric).difference();
    }
}
