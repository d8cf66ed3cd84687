package org.emotionstream.evaluation.measurement;

import java.util.Optional;

/**
 * Wilson's score interval for a share (Wilson 1927): unlike the textbook one it holds for few faces and for
 * shares near 0 and 1. It takes faces as independent: figures of whole models use {@link Bootstrap}, which
 * does not.
 */
public final class Wilson {
    /** The normal distribution's 97.5 % quantile. */
    private static final double QUANTILE = 1.959963984540054;

    private Wilson() {}

    /**
     * The 95 % interval of a share; none when there is nothing to share.
     *
     * @param part how many of them, 0 to whole
     * @param whole how many there are
     */
    public static Optional<Interval> of(int part, int whole) {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("expected a part of 0 to " + whole + ", found " + part);
        }
        if (whole == 0) {
            return Optional.empty();
        }
        double share = (double) part / whole;
        double square = QUANTILE * QUANTILE;
        double centre = share + square / (2 * whole);
        double half = QUANTILE * Math.sqrt(share * (1 - share) / whole + square / (4.0 * whole * whole));
        double scale = 1 + square / whole;
        // At the ends the formula gives exactly 0 and 1, but for rounding.
        double low = part == 0 ? 0 : (centre - half) / scale;
        double high = part == whole ? 1 : (centre + half) / scale;
        return Optional.of(new Interval(share, low, high));
    }
}
