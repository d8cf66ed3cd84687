package org.emotionstream.evaluation.calibration;

import java.util.ArrayList;
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

    /** The curve of these answers at the confidences 0, 0.01 ... 0.99. */
    public static RiskCoverage of(List<? extends RatedAnswer> answers) {
        List<Point> points = new ArrayList<>();
        for (int percent = 0; percent < 100; percent++) {
            points.add(point(answers, percent / 100.0));
        }
        return new RiskCoverage(points);
    }

    /** At this asked confidence. */
    public static Point point(List<? extends RatedAnswer> answers, double confidence) {
        int answered = 0;
        int wrong = 0;
        for (RatedAnswer answer : answers) {
            if (answer.confidence() >= confidence) {
                answered++;
                wrong += answer.right() ? 0 : 1;
            }
        }
        double coverage = answers.isEmpty() ? 0 : (double) answered / answers.size();
        return new Point(confidence, coverage, answered == 0 ? 0 : (double) wrong / answered);
    }
}
