package org.emotionstream.evaluation.report;

import static org.emotionstream.evaluation.report.chart.Markup.count;
import static org.emotionstream.evaluation.report.chart.Markup.number;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.emotionstream.evaluation.measurement.Agreement;
import org.emotionstream.evaluation.measurement.Evaluation;
import org.emotionstream.evaluation.measurement.Interval;
import org.emotionstream.evaluation.measurement.Metric;
import org.emotionstream.evaluation.measurement.Pairing;
import org.emotionstream.evaluation.report.chart.IntervalTable;
import org.emotionstream.evaluation.report.chart.Markup;

/** How accurate each model and the combination are. */
final class ModelSection {
    private static final Map<Metric, String> TITLES = Map.of(
            Metric.ACCURACY, "Accuracy over the faces found (nine classes)",
            Metric.ACCURACY_ALL, "Accuracy over all pictures (nothing found counts as wrong)",
            Metric.MACRO_F1, "Macro-F1 over the eight emotions (faces found)",
            Metric.BALANCED_ACCURACY, "Balanced accuracy: mean recall of the classes that occur (faces found)");

    private ModelSection() {}

    static Optional<Section> of(ReportData data) {
        return data.measured()
                .map(measured ->
                        new Section("models", "Accuracy of the models and of the combination", body(measured)));
    }

    private static String body(Measured measured) {
        StringBuilder body = new StringBuilder(Markup.paragraph("Split " + measured.split() + ": n = "
                + count(measured.pictures()) + " labelled pictures, a face found in " + count(measured.found())
                + " of them (coverage " + number((double) measured.found() / Math.max(1, measured.pictures()))
                + "). Without an answer: " + counts(measured.unanswered()) + ". Left out: "
                + counts(measured.leftOut()) + ". Intervals: the middle 95 % of 2,000 draws of "
                + count(measured.groups())
                + " groups of pictures that belong together."));
        for (Metric metric :
                new Metric[] {Metric.ACCURACY, Metric.ACCURACY_ALL, Metric.MACRO_F1, Metric.BALANCED_ACCURACY}) {
            body.append(Markup.heading(TITLES.get(metric)));
            IntervalTable table = new IntervalTable(java.util.List.of("", "n", "value (95 %)"), false);
            int faces = metric == Metric.ACCURACY_ALL ? measured.pictures() : measured.found();
            measured.models().forEach((name, model) -> table.row(model.metrics().get(metric), name, count(faces)));
            majority(measured, metric, table);
            body.append(table.html());
        }
        return body.append(against(measured)).toString();
    }

    /** A figure that is no estimate: it has no interval of its own. */
    private static void majority(Measured measured, Metric metric, IntervalTable table) {
        double share = measured.majority().share();
        if (metric == Metric.ACCURACY) {
            table.row(new Interval(share, share, share), always(measured), count(measured.found()));
        } else if (metric == Metric.ACCURACY_ALL) {
            double all = measured.majority().shareOfAll();
            table.row(new Interval(all, all, all), always(measured), count(measured.pictures()));
        }
    }

    private static String always(Measured measured) {
        return "always " + measured.majority().label().label();
    }

    private static String against(Measured measured) {
        Pairing pairing = measured.againstBest();
        IntervalTable table = new IntervalTable(
                java.util.List.of("", Evaluation.COMBINED, pairing.second(), "difference (95 %)"), true);
        for (Metric metric :
                new Metric[] {Metric.ACCURACY, Metric.ACCURACY_ALL, Metric.MACRO_F1, Metric.BALANCED_ACCURACY}) {
            Pairing.Difference difference = pairing.differences().get(metric);
            table.row(difference.difference(), metric.label(), number(difference.first()), number(difference.second()));
        }
        Agreement agreement = pairing.agreement();
        return Markup.heading("The combination against the best single model")
                + Markup.paragraph(Findings.combination(
                        pairing.second(), measured.chosenBefore(), pairing.difference(Metric.ACCURACY)))
                + table.html()
                + Markup.note("They answer differently for " + count(agreement.differ()) + " of "
                        + count(agreement.pictures()) + " pictures (" + Markup.percent(agreement.differShare())
                        + "): only the combination is right for " + count(agreement.onlyFirstRight()) + ", only "
                        + pairing.second() + " for " + count(agreement.onlySecondRight()) + ".");
    }

    static String counts(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : new TreeMap<>(counts)
                        .entrySet().stream()
                                .map(one -> count(one.getValue()) + " " + one.getKey())
                                .collect(Collectors.joining(", "));
    }
}
