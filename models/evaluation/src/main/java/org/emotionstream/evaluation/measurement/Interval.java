package org.emotionstream.evaluation.measurement;

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
}
