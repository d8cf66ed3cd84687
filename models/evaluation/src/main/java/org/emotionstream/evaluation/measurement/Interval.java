package org.emotionstream.evaluation.measurement;

import java.util.Locale;

/**
 * A figure and where it may lie, at 95 %.
 *
 * @param estimate the figure on the data at hand
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double estimate, double low, double high) {
    /** Whether zero lies below it: what was measured as a difference is more than chance. */
    public boolean aboveZero() {
        return low > 0;
    }

    /** Whether zero lies above it. */
    public boolean belowZero() {
        return high < 0;
    }

    /**
     * The figure, and its ends in brackets: {@code 0.123 (0.110 to 0.136)}.
     *
     * @param number how each of the three is written, for example {@code %.3f}
     */
    public String text(String number) {
        return String.format(Locale.ROOT, number + " (" + number + " to " + number + ")", estimate, low, high);
    }
}
