package org.emotionstream.cli.costs;

import java.util.List;

/**
 * A cost that is fixed for an image, and grows with one quantity of it. Neither part is negative.
 *
 * @param fixed of every image
 * @param slope of each unit of the quantity
 */
public record CostLine(double fixed, double slope) {
    /**
     * A measured cost.
     *
     * @param quantity of the image, for example its faces
     * @param cost that was measured
     * @param error that grows as this: points with a small one pull the line more
     */
    record Point(double quantity, double cost, double error) {}

    /** The cost of an image with so much of the quantity. */
    public double at(double quantity) {
        return fixed + slope * quantity;
    }

    /**
     * The line with the least squares of relative errors. Where its slope would be negative it is flat, and where its
     * fixed part would be negative it goes through the origin.
     *
     * @throws IllegalArgumentException when the points have fewer than two different quantities
     */
    static CostLine fit(List<Point> points) {
        if (points.stream().mapToDouble(Point::quantity).distinct().count() < 2) {
            throw new IllegalArgumentException("a line needs two different quantities, found " + points);
        }
        double weights = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (Point point : points) {
            double weight = 1 / (point.error() * point.error());
            weights += weight;
            x += weight * point.quantity();
            y += weight * point.cost();
            xx += weight * point.quantity() * point.quantity();
            xy += weight * point.quantity() * point.cost();
        }
        double slope = (weights * xy - x * y) / (weights * xx - x * x);
        if (slope <= 0) {
            return new CostLine(Math.max(0, y / weights), 0);
        }
        double fixed = (y - slope * x) / weights;
        return fixed < 0 ? new CostLine(0, Math.max(0, xy / xx)) : new CostLine(fixed, slope);
    }

    /**
     * The slope of the line through the origin with the least squares of relative errors; points without a cost are left
     * out.
     */
    static double proportional(List<Point> points) {
        double xx = 0;
        double xy = 0;
        for (Point point : points) {
            if (point.error() > 0) {
                double weight = 1 / (point.error() * point.error());
                xx += weight * point.quantity() * point.quantity();
                xy += weight * point.quantity() * point.cost();
            }
        }
        return xx == 0 ? 0 : xy / xx;
    }
}
