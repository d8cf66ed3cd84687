package org.emotionstream.evaluation.report;

import static org.emotionstream.evaluation.report.chart.Markup.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.emotionstream.evaluation.calibration.ProbabilityScores;
import org.emotionstream.evaluation.history.HeadReport;
import org.emotionstream.evaluation.history.SubsetChoice;
import org.emotionstream.evaluation.measurement.Evaluation;
import org.emotionstream.evaluation.measurement.Metric;
import org.emotionstream.evaluation.report.chart.IntervalTable;
import org.emotionstream.evaluation.report.chart.Markup;

/** What the head does when not all four networks have answered. */
final class SubsetSection {
    private SubsetSection() {}

    static Optional<Section> of(ReportData data) {
        String lost = data.measured()
                .filter(measured -> !measured.withoutOne().isEmpty())
                .map(SubsetSection::lost)
                .orElse("");
        String subsets = data.head().map(SubsetSection::subsets).orElse("");
        return lost.isEmpty() && subsets.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("subsets", "When networks are missing", lost + subsets));
    }

    private static String lost(Measured measured) {
        IntervalTable table = new IntervalTable(List.of("", "n (faces)", "accuracy", "accuracy lost (95 %)"), true);
        measured.withoutOne()
                .forEach((name, pairing) -> table.row(
                        pairing.difference(Metric.ACCURACY),
                        "without " + name,
                        Markup.count(measured.found()),
                        number(pairing.differences().get(Metric.ACCURACY).second())));
        return Markup.heading("Three of four")
                + Markup.paragraph("What all four reach ("
                        + number(measured.models()
                                .get(Evaluation.COMBINED)
                                .metrics()
                                .get(Metric.ACCURACY)
                                .estimate())
                        + ") less what three of them reach, paired by face, on the split " + measured.split()
                        + ". To the right of zero: lost.")
                + table.html();
    }

    private static String subsets(HeadReport head) {
        List<List<String>> rows = new ArrayList<>();
        List<SubsetChoice> sorted = head.subsets().stream()
                .sorted(Comparator.comparingInt(
                                (SubsetChoice subset) -> -subset.networks().size())
                        .thenComparing(subset -> String.join(" ", subset.networks())))
                .toList();
        for (SubsetChoice subset : sorted) {
            ProbabilityScores chosen = subset.candidates().get(subset.chosen());
            if (chosen != null) {
                rows.add(List.of(
                        Markup.text(String.join(" + ", subset.networks())),
                        Markup.text(subset.chosen()),
                        Markup.count(chosen.faces()),
                        number(chosen.accuracy()),
                        number(chosen.negativeLogLikelihood()),
                        number(chosen.brier()),
                        number(chosen.calibrationError()),
                        others(subset)));
            }
        }
        return Markup.heading("All sets of networks")
                + Markup.paragraph("Scores by cross-fitting, on faces that no network has learned from; negative log"
                        + " likelihood and Brier score against label and votes: less is better. The calibration error is"
                        + " the debiased root mean square distance between confidence and accuracy.")
                + Markup.table(
                        List.of(
                                "networks",
                                "head",
                                "n (faces)",
                                "accuracy",
                                "neg. log likelihood",
                                "Brier",
                                "calibration error",
                                "accuracy of the other candidates"),
                        rows,
                        1,
                        7);
    }

    private static String others(SubsetChoice subset) {
        List<String> others = new ArrayList<>();
        for (Map.Entry<String, ProbabilityScores> one : new TreeMap<>(subset.candidates()).entrySet()) {
            if (!one.getKey().equals(subset.chosen())) {
                others.add(
                        Markup.text(one.getKey()) + " " + number(one.getValue().accuracy()));
            }
        }
        return others.isEmpty() ? "–" : String.join(", ", others);
    }
}
