package org.emotionstream.evaluation.report.chart;

import java.util.List;

/**
 * What one line of a chart shows.
 *
 * @param name in the legend
 * @param style 0 to 4: colour, dashes and marks
 * @param points by rising x
 * @param line whether the points are joined
 * @param marks whether each point is marked, with a bar from its low to its high; else these bound a band
 */
public record Series(String name, int style, List<Point> points, boolean line, boolean marks) {
    public Series {
        points = List.copyOf(points);
    }

    /**
     * One point.
     *
     * @param low the least that the value may be; the value itself where that is not known
     * @param high the most that it may be
     */
    public record Point(double x, double value, double low, double high) {
        /** A value without an interval. */
        public static Point of(double x, double value) {
            return new Point(x, value, value, value);
        }
    }
}
