package org.emotionstream.training.calibration;

import java.util.List;

/**
 * What is gained by not answering (El-Yaniv and Wiener 2010): as the asked confidence rises, fewer faces are
 * answered, and fewer of the answers are wrong.
 *
 * @param points by rising confidence
 */
public record RiskCoverage(List<Point> points) {
    /**
     * One confidence.
     *
     * @param confidence faces whose most probable class is less probable are not answered; in [0, 1]
     * @param coverage share of the faces that are answered, in [0, 1]
     * @param risk share of these answers that are wrong, in [0, 1]; 0 when none is answered
     */
    public record Point(double confidence, double coverage, double risk) {}

    public RiskCoverage {
        points = List.copyOf(points);
    }
}
