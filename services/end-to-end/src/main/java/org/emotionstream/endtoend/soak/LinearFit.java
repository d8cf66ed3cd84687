package org.emotionstream.endtoend.soak;

import java.util.List;

/**
 * The straight line with the least squared distances from some points.
 *
 * @param slope of the line, in units of y for each unit of x; 0 when all points have one x
 */
record LinearFit(double slope) {
    /** One point. */
    record Point(double x, double y) {}

    /**
     * The line of these points.
     *
     * @param points at least one
     */
    static LinearFit of(List<Point> points) {
        double meanX = points.stream().mapToDouble(Point::x).average().orElseThrow();
        double meanY = points.stream().mapToDouble(Point::y).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (Point point : points) {
            products += (point.x() - meanX) * (point.y() - meanY);
            squares += (point.x() - meanX) * (point.x() - meanX);
        }
        return new LinearFit(squares == 0 ? 0 : products / squares);
    }
}
