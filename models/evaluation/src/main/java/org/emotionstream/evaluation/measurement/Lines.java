package org.emotionstream.evaluation.measurement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lines and columns of a table for a terminal. */
final class Lines {
    private static final String NAME = "%-10s";
    private static final String CELL = "%10s";

    private final StringBuilder text = new StringBuilder();

    /** A name and what stands beside it, each ten characters wide. */
    void row(String name, String... cells) {
        line(String.format(Locale.ROOT, NAME, name)
                + Arrays.stream(cells)
                        .map(cell -> String.format(Locale.ROOT, CELL, cell))
                        .collect(Collectors.joining(" ")));
    }

    void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    /** All lines, each ended by a newline. */
    String text() {
        return text.toString();
    }

    static String number(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }

    static String number(OptionalDouble share) {
        return share.isPresent() ? number(share.getAsDouble()) : "-";
    }

    /** The two ends of an interval. */
    static String ends(Interval interval) {
        return number(interval.low()) + " to " + number(interval.high());
    }

    /** A difference, its sign always shown, with its interval. */
    static String difference(Interval interval) {
        return String.format(
                Locale.ROOT, "%+.3f (%+.3f to %+.3f)", interval.estimate(), interval.low(), interval.high());
    }

    static String reasons(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : new TreeMap<>(counts)
                        .entrySet().stream()
                                .map(count -> count.getValue() + " " + count.getKey())
                                .collect(Collectors.joining(", "));
    }
}
