package org.emotionstream.evaluation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.evaluation.calibration.RiskCoverage;
import org.emotionstream.evaluation.history.HeadReport;
import org.emotionstream.evaluation.page.Markup;
import org.emotionstream.evaluation.report.chart.LineChart;
import org.emotionstream.evaluation.report.chart.Series;

/** What is gained by calling faces uncertain. */
final class RiskCurves {
    private static final double[] COVERAGES = {1, 0.95, 0.9, 0.8, 0.7, 0.5};

    private final ReportData data;

    RiskCurves(ReportData data) {
        this.data = data;
    }

    /** The curve that was measured, then that on which the confidence was chosen. */
    List<Series> series() {
        List<Series> series = new ArrayList<>();
        data.measured()
                .ifPresent(measured -> series.add(series("split " + measured.split(), 0, measured.riskCoverage())));
        data.head().ifPresent(head -> series.add(series("where it was chosen", 1, head.riskCoverage())));
        return series;
    }

    LineChart chart() {
        LineChart chart = new LineChart(
                        "Risk and coverage of the combination",
                        "coverage: share of faces answered",
                        "risk: share of answers wrong",
                        series())
                .x(0, 1);
        confidence().ifPresent(confidence -> chosen(confidence)
                .ifPresent(point -> chart.mark(point.coverage(), "chosen: " + Markup.number(confidence))));
        return chart;
    }

    /** What was measured at the highest confidence that still answers these shares of the faces, by share. */
    Map<Double, RiskCoverage.Point> byShare() {
        Map<Double, RiskCoverage.Point> points = new LinkedHashMap<>();
        for (double coverage : COVERAGES) {
            data.measured().map(Measured::riskCoverage).stream()
                    .flatMap(curve -> curve.points().stream())
                    .filter(point -> point.coverage() >= coverage)
                    .reduce((first, second) -> second)
                    .ifPresent(point -> points.put(coverage, point));
        }
        return points;
    }

    private Optional<Double> confidence() {
        return data.measured()
                .map(Measured::minimumConfidence)
                .or(() -> data.head().map(HeadReport::minimumConfidence))
                .filter(confidence -> confidence > 0);
    }

    /** The point at the chosen confidence of the curve that is drawn first. */
    private Optional<RiskCoverage.Point> chosen(double confidence) {
        return data.measured()
                .map(Measured::riskCoverage)
                .or(() -> data.head().map(HeadReport::riskCoverage))
                .flatMap(curve -> curve.points().stream()
                        .filter(point -> point.confidence() >= confidence - 1e-9)
                        .findFirst());
    }

    private static Series series(String name, int style, RiskCoverage curve) {
        List<Series.Point> points = new ArrayList<>();
        for (int i = curve.points().size() - 1; i >= 0; i--) {
            points.add(Series.Point.of(
                    curve.points().get(i).coverage(), curve.points().get(i).risk()));
        }
        return new Series(name, style, points, true, false);
    }
}
