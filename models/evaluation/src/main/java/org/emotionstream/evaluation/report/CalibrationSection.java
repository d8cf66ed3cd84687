package org.emotionstream.evaluation.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.evaluation.report.chart.LineChart;
import org.emotionstream.evaluation.report.chart.Markup;
import org.emotionstream.evaluation.report.chart.Series;

/** Whether confidence can be believed. */
final class CalibrationSection {
    private CalibrationSection() {}

    static Optional<Section> of(ReportData data) {
        return data.measured()
                .filter(measured -> !measured.calibration().isEmpty())
                .map(measured -> new Section("calibration", "Calibration", body(measured)));
    }

    private static String body(Measured measured) {
        StringBuilder charts = new StringBuilder();
        StringBuilder errors = new StringBuilder();
        for (Map.Entry<String, Measured.Reliability> one :
                measured.calibration().entrySet()) {
            charts.append(chart(one.getKey(), one.getValue()));
            errors.append(errors.isEmpty() ? "" : ", ")
                    .append(one.getKey())
                    .append(' ')
                    .append(Markup.number(one.getValue().calibrationError()));
        }
        return Markup.paragraph("Each point is a tenth of the faces found (n = " + Markup.count(measured.found())
                        + "), by confidence. On the dashed line, confidence is what it says: of answers given with 0.8,"
                        + " eight in ten are right. Below it, the model is too sure; above it, not sure enough.")
                + "<div class=\"charts\">" + charts + "</div>\n"
                + Markup.note("Bars: Wilson's 95 %. Mean distance between confidence and accuracy over the bins: "
                        + errors + ".");
    }

    private static String chart(String model, Measured.Reliability reliability) {
        List<Series.Point> points = reliability.bins().stream()
                .map(bin -> new Series.Point(
                        bin.confidence(),
                        bin.accuracy().estimate(),
                        bin.accuracy().low(),
                        bin.accuracy().high()))
                .toList();
        return new LineChart(model, "confidence", "accuracy", List.of(new Series(model, 0, points, false, true)))
                .x(0, 1)
                .y(0, 1)
                .diagonal()
                .html();
    }
}
