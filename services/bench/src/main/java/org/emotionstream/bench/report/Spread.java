package org.emotionstream.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Several measurements of one thing.
 *
 * @param median of them
 * @param least of them
 * @param most of them
 */
public record Spread(double median, double least, double most) {
    /**
     * The spread of these values.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured, so there is no spread");
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /**
     * The spread of the ratios of values that were measured one after the other.
     *
     * @param before the first of each pair, none of them 0
     * @param after the second of each pair
     */
    public static Spread ofRatios(List<Double> before, List<Double> after) {
        if (before.size() != after.size()) {
            throw new IllegalArgumentException(
                    "a ratio has two sides: " + before.size() + " values before, " + after.size() + " after");
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            ratios.add(after.get(i) / before.get(i));
        }
        return of(ratios);
    }

    /** Whether there is a value of 0 or less among these, for which a ratio means nothing. */
    static boolean hasNoRatio(List<Double> before) {
        return before.stream().flatMapToDouble(DoubleStream::of).anyMatch(value -> value <= 0);
    }
}
