package org.emotionstream.evaluation.measurement;

import java.util.Arrays;
import java.util.List;

/** One column of answers, judged on all pictures and on every draw of a {@link Bootstrap}. */
public final class Resamples {
    private static final double TAIL = 0.025;

    private final Bootstrap drawn;
    private final Scores scores;
    private final List<Scores> resamples;

    Resamples(Bootstrap drawn, Scores scores, List<Scores> resamples) {
        this.drawn = drawn;
        this.scores = scores;
        this.resamples = List.copyOf(resamples);
    }

    /** On the pictures as they are. */
    public Scores scores() {
        return scores;
    }

    /** The figure, and the middle 95 % of what the draws give. */
    public Interval of(Metric metric) {
        return interval(
                metric.of(scores), resamples.stream().mapToDouble(metric::of).toArray());
    }

    /**
     * How much more this column has than the other, draw by draw.
     *
     * @throws IllegalArgumentException when the other was judged on other draws
     */
    public Interval difference(Metric metric, Resamples other) {
        if (drawn != other.drawn) {
            throw new IllegalArgumentException("two columns are paired only when one bootstrap has drawn for both");
        }
        double[] differences = new double[resamples.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = metric.of(resamples.get(i)) - metric.of(other.resamples.get(i));
        }
        return interval(metric.of(scores) - metric.of(other.scores), differences);
    }

    private static Interval interval(double estimate, double[] values) {
        Arrays.sort(values);
        return new Interval(estimate, quantile(values, TAIL), quantile(values, 1 - TAIL));
    }

    /** Linear between the two nearest of the sorted values. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
