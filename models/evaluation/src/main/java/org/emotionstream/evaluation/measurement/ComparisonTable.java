package org.emotionstream.evaluation.measurement;

import java.util.Locale;

/** Two releases as tables for a terminal. */
final class ComparisonTable {
    private static final String SIDES = "  %-10s %9.3f %9.3f  %s";

    private final Lines lines = new Lines();
    private final ReleaseComparison comparison;

    private ComparisonTable(ReleaseComparison comparison) {
        this.comparison = comparison;
    }

    /** The tables, each line ended by a newline. */
    static String write(ReleaseComparison comparison) {
        ComparisonTable table = new ComparisonTable(comparison);
        table.counts();
        table.metric(Metric.ACCURACY_ALL, "Accuracy over all pictures: nothing found counts as wrong");
        table.metric(Metric.ACCURACY, "Accuracy over the faces that each of them found");
        table.metric(Metric.MACRO_F1, "Macro-F1 over the eight emotions, over the faces found");
        table.metric(Metric.COVERAGE, "Share of the pictures in which a face was found");
        table.disagreement();
        return table.lines.text();
    }

    private void counts() {
        EvaluationReport first = comparison.first();
        lines.line("A: " + first.releaseId() + "; B: " + comparison.second().releaseId());
        lines.line(first.evaluation().pictures() + " labelled pictures of split " + first.split() + " in "
                + first.figures().groups() + " groups; left out: " + Lines.reasons(first.leftOut()));
        lines.line("without an answer: A " + Lines.reasons(first.evaluation().unanswered()) + "; B "
                + Lines.reasons(comparison.second().evaluation().unanswered()));
        lines.line("A less B, paired by picture, with the middle 95 % of " + Bootstrap.RESAMPLES + " draws of groups");
    }

    private void metric(Metric metric, String title) {
        lines.line("");
        lines.line(title);
        lines.line(String.format(Locale.ROOT, "  %-10s %9s %9s  %s", "", "A", "B", "A less B"));
        comparison.pairings().forEach((name, pairing) -> {
            Pairing.Difference difference = pairing.differences().get(metric);
            lines.line(String.format(
                    Locale.ROOT,
                    SIDES,
                    name,
                    difference.first(),
                    difference.second(),
                    Lines.difference(difference.difference())));
        });
    }

    private void disagreement() {
        lines.line("");
        lines.line("Pictures for which the two answer differently (no answer is one of the answers)");
        lines.line(String.format(
                Locale.ROOT, "  %-10s %9s %9s %12s %12s", "", "n", "share", "only A right", "only B right"));
        comparison.pairings().forEach((name, pairing) -> {
            Agreement agreement = pairing.agreement();
            lines.line(String.format(
                    Locale.ROOT,
                    "  %-10s %9d %9.3f %12d %12d",
                    name,
                    agreement.differ(),
                    agreement.differShare(),
                    agreement.onlyFirstRight(),
                    agreement.onlySecondRight()));
        });
    }
}
