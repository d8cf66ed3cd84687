package org.emotionstream.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.evaluation.calibration.RiskCoverage;
import org.emotionstream.evaluation.history.HeadReport;
import org.emotionstream.evaluation.report.chart.LineChart;
import org.emotionstream.evaluation.report.chart.Markup;
import org.emotionstream.evaluation.report.chart.Series;

/** What is gained by calling faces uncertain. */
final class UncertainSection {
    private static final double[] COVERAGES = {1, 0.95, 0.9, 0.8, 0.7, 0.5};

    private UncertainSection() {}

    static Optional<Section> of(ReportData data) {
        List<Series> series = new ArrayList<>();
        data.measured()
                .ifPresent(measured -> series.add(series("split " + measured.split(), 0, measured.riskCoverage())));
        data.head().ifPresent(head -> series.add(series("where it was chosen", 1, head.riskCoverage())));
        if (series.stream().allMatch(one -> one.points().isEmpty())) {
            return Optional.empty();
        }
        StringBuilder body =
                new StringBuilder(Markup.paragraph("Faces whose most probable class is less probable than an"
                        + " asked confidence are called uncertain. The more confidence is asked, the fewer faces are answered"
                        + " (to the left), and the fewer of the answers are wrong."));
        LineChart chart = new LineChart(
                        "Risk and coverage of the combination",
                        "coverage: share of faces answered",
                        "risk: share of answers wrong",
                        series)
                .x(0, 1);
        confidence(data).ifPresent(confidence -> chosen(data, confidence)
                .ifPresent(point -> chart.mark(point.coverage(), "chosen: " + Markup.number(confidence))));
        body.append("<div class=\"charts\">").append(chart.html()).append("</div>\n");
        data.measured().ifPresent(measured -> body.append(table(measured)));
        return Optional.of(new Section("uncertain", "Uncertain as an answer", body.toString()));
    }

    private static Optional<Double> confidence(ReportData data) {
        return data.measured()
                .map(Measured::minimumConfidence)
                .or(() -> data.head().map(HeadReport::minimumConfidence))
                .filter(confidence -> confidence > 0);
    }

    /** The point at the chosen confidence of the curve that is drawn first. */
    private static Optional<RiskCoverage.Point> chosen(ReportData data, double confidence) {
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

    private static String table(Measured measured) {
        List<List<String>> rows = new ArrayList<>();
        for (double coverage : COVERAGES) {
            last(measured.riskCoverage(), coverage)
                    .ifPresent(point -> rows.add(row("at least " + Markup.percent(coverage), point)));
        }
        String chosen = measured.minimumConfidence() == 0
                ? "The release asks for no confidence: no face is uncertain."
                : "The release asks for " + Markup.number(measured.minimumConfidence()) + ": "
                        + Markup.count(measured.found() - measured.sure().faces()) + " of "
                        + Markup.count(measured.found()) + " faces are uncertain, and "
                        + Markup.percent(measured.sure().accuracy().estimate()) + " of the answers are right (95 %: "
                        + Markup.percent(measured.sure().accuracy().low()) + " to "
                        + Markup.percent(measured.sure().accuracy().high()) + ").";
        return Markup.paragraph(chosen)
                + Markup.table(
                        List.of("faces answered", "asked confidence", "share answered", "share of answers wrong"),
                        rows);
    }

    /** The highest confidence that still answers this share. */
    private static Optional<RiskCoverage.Point> last(RiskCoverage curve, double coverage) {
        return curve.points().stream()
                .filter(point -> point.coverage() >= coverage)
                .reduce((first, second) -> second);
    }

    private static List<String> row(String name, RiskCoverage.Point point) {
        return List.of(
                name, Markup.number(point.confidence()), Markup.number(point.coverage()), Markup.number(point.risk()));
    }
}
