package org.emotionstream.evaluation.report;

import java.util.List;
import java.util.stream.IntStream;
import org.emotionstream.evaluation.calibration.RiskCoverage;

/** What is gained by not answering. */
final class RiskCoverages {
    private static final int STEPS = 100;

    private RiskCoverages() {}

    /** At each asked confidence in steps of one hundredth, 0 to 0.99. */
    static RiskCoverage of(List<AnsweredFace> faces) {
        return new RiskCoverage(IntStream.range(0, STEPS)
                .mapToObj(step -> point(faces, (double) step / STEPS))
                .filter(point -> point.coverage() > 0)
                .toList());
    }

    /** At this asked confidence. */
    static RiskCoverage.Point point(List<AnsweredFace> faces, double confidence) {
        List<AnsweredFace> answered =
                faces.stream().filter(face -> face.confidence() >= confidence).toList();
        double wrong = answered.stream().filter(face -> !face.right()).count();
        return new RiskCoverage.Point(
                confidence,
                faces.isEmpty() ? 0 : (double) answered.size() / faces.size(),
                answered.isEmpty() ? 0 : wrong / answered.size());
    }
}
