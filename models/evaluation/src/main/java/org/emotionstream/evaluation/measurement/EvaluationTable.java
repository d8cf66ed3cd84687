package org.emotionstream.evaluation.measurement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.emotionstream.contract.Emotion;

/** An evaluation as tables for a terminal. */
final class EvaluationTable {
    private final Lines lines = new Lines();
    private final EvaluationReport report;
    private final Figures figures;

    private EvaluationTable(EvaluationReport report) {
        this.report = report;
        this.figures = report.figures();
    }

    /** The tables, each line ended by a newline. */
    static String write(EvaluationReport report) {
        EvaluationTable table = new EvaluationTable(report);
        table.counts();
        table.summary();
        table.uncertain();
        table.recalls();
        table.precisions();
        table.combination();
        table.figures.models().forEach(table::confusion);
        return table.lines.text();
    }

    private void counts() {
        Evaluation evaluation = report.evaluation();
        lines.line("Release " + report.releaseId() + " on " + evaluation.pictures() + " labelled pictures of split "
                + report.split());
        lines.line("Left out: " + Lines.reasons(report.leftOut()));
        lines.line(String.format(
                Locale.ROOT,
                "Faces found: %d (coverage %s); without an answer: %s",
                evaluation.faces(),
                Lines.number(evaluation.coverage()),
                Lines.reasons(evaluation.unanswered())));
    }

    private void summary() {
        lines.line("");
        lines.line("accuracy: over the faces found; accuracyAll: over all pictures, nothing found counts as wrong;");
        lines.line("macroF1: over the eight emotions; the class no-face apart; balanced: mean recall");
        lines.row("", "accuracy", "accuracyAll", "macroF1", "balanced", "no-face-p", "no-face-r");
        figures.models().forEach((name, model) -> {
            Scores scores = model.scores();
            ClassScores noFace = scores.of(Emotion.NO_FACE);
            lines.row(
                    name,
                    Lines.number(scores.accuracy()),
                    Lines.number(scores.accuracyAll()),
                    Lines.number(scores.macroF1()),
                    Lines.number(scores.balancedAccuracy()),
                    Lines.number(noFace.precision()),
                    Lines.number(noFace.recall()));
        });
        Figures.Majority majority = figures.majority();
        lines.row(
                "majority",
                Lines.number(majority.share()),
                Lines.number(majority.shareOfAll()),
                "(always " + majority.label().label() + ")");
        Map<Metric, Interval> combined =
                figures.models().get(Evaluation.COMBINED).intervals();
        lines.line("95 % of combined (" + Bootstrap.RESAMPLES + " draws of " + figures.groups() + " groups): accuracy "
                + Lines.ends(combined.get(Metric.ACCURACY)) + "; accuracyAll "
                + Lines.ends(combined.get(Metric.ACCURACY_ALL)) + ";");
        lines.line("  macroF1 " + Lines.ends(combined.get(Metric.MACRO_F1)) + "; balanced "
                + Lines.ends(combined.get(Metric.BALANCED_ACCURACY)));
    }

    private void uncertain() {
        Figures.Sure sure = figures.sure();
        lines.line("");
        lines.line("When uncertain counts as no answer: "
                + (report.evaluation().faces() - sure.faces())
                + " faces are uncertain; answered share of faces " + Lines.number(sure.answeredShare())
                + ", of pictures " + Lines.number(sure.coverage().estimate()) + ";");
        lines.line("  accuracy among answered " + Lines.number(sure.accuracy().estimate()) + " ("
                + Lines.ends(sure.accuracy()) + ")");
    }

    private void recalls() {
        lines.line("");
        lines.line("Recall of each class (n: faces found with this label)");
        lines.row("", Emotion.labels().toArray(String[]::new));
        lines.row("n", cells(label -> Integer.toString(combined().of(label).labelled())));
        figures.models()
                .forEach((name, model) -> lines.row(
                        name,
                        cells(label -> Lines.number(model.scores().of(label).recall()))));
        lines.row("  at least", cells(label -> combined()
                .of(label)
                .recallInterval()
                .map(interval -> Lines.number(interval.low()))
                .orElse("-")));
        lines.row("  at most", cells(label -> combined()
                .of(label)
                .recallInterval()
                .map(interval -> Lines.number(interval.high()))
                .orElse("-")));
    }

    private void precisions() {
        lines.line("");
        lines.line("Precision of combined in each class (n: faces found with this answer)");
        lines.row("n", cells(label -> Integer.toString(combined().of(label).answered())));
        lines.row("combined", cells(label -> Lines.number(combined().of(label).precision())));
        lines.row("  at least", cells(label -> combined()
                .of(label)
                .precisionInterval()
                .map(interval -> Lines.number(interval.low()))
                .orElse("-")));
        lines.row("  at most", cells(label -> combined()
                .of(label)
                .precisionInterval()
                .map(interval -> Lines.number(interval.high()))
                .orElse("-")));
    }

    private void combination() {
        Pairing best = figures.againstBest();
        lines.line("");
        lines.line("combined less the best single model, " + best.second()
                + (figures.bestSingle().chosenBefore()
                        ? " (chosen before, on other pictures)"
                        : " (best on these very pictures)")
                + ", paired:");
        for (Metric metric : new Metric[] {Metric.ACCURACY, Metric.ACCURACY_ALL, Metric.MACRO_F1}) {
            lines.line(
                    String.format(Locale.ROOT, "  %-12s", metric.label()) + Lines.difference(best.difference(metric)));
        }
        if (!figures.withoutOne().isEmpty()) {
            lines.line("Accuracy lost when one model is missing, paired:");
            figures.withoutOne()
                    .forEach((name, pairing) -> lines.line(String.format(Locale.ROOT, "  %-12s", name)
                            + Lines.difference(pairing.difference(Metric.ACCURACY))));
        }
    }

    private void confusion(String name, ModelFigures model) {
        lines.line("");
        lines.line("Confusion of " + name + " (rows: label, columns: answer)");
        lines.row("", Emotion.labels().toArray(String[]::new));
        for (Emotion label : Emotion.values()) {
            lines.row(
                    label.label(),
                    cells(answer -> Integer.toString(model.scores().confusion().count(label, answer))));
        }
    }

    private Scores combined() {
        return figures.models().get(Evaluation.COMBINED).scores();
    }

    private static String[] cells(Function<Emotion, String> cell) {
        return Arrays.stream(Emotion.values()).map(cell).toArray(String[]::new);
    }
}
