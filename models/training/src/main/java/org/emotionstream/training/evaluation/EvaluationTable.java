package org.emotionstream.training.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotionstream.contract.Emotion;

/** An evaluation as tables for a terminal. */
final class EvaluationTable {
    private static final String NAME = "%-10s";
    private static final String CELL = "%10s";

    private final StringBuilder text = new StringBuilder();
    private final EvaluationReport report;

    private EvaluationTable(EvaluationReport report) {
        this.report = report;
    }

    /** The tables, each line ended by a newline. */
    static String write(EvaluationReport report) {
        EvaluationTable table = new EvaluationTable(report);
        table.counts();
        table.summary();
        table.recalls();
        report.evaluation().scores().forEach(table::confusion);
        return table.text.toString();
    }

    private void counts() {
        Evaluation evaluation = report.evaluation();
        line("Release " + report.releaseId() + " on " + evaluation.pictures() + " labelled pictures of split "
                + report.split());
        line("Left out: " + reasons(report.leftOut()));
        line(String.format(
                Locale.ROOT,
                "Faces found: %d (coverage %s); without an answer: %s",
                evaluation.faces(),
                number(evaluation.coverage()),
                reasons(evaluation.unanswered())));
    }

    private void summary() {
        line("");
        line("accuracy: over the faces found; accuracyAll: over all pictures, nothing found counts as wrong;");
        line("macroF1: over the eight emotions; the class no-face apart");
        row("", "accuracy", "accuracyAll", "macroF1", "no-face-p", "no-face-r");
        report.evaluation().scores().forEach((name, scores) -> {
            ClassScores noFace = scores.of(Emotion.NO_FACE);
            row(
                    name,
                    number(scores.accuracy()),
                    number(scores.accuracyAll()),
                    number(scores.macroF1()),
                    number(noFace.precision()),
                    number(noFace.recall()));
        });
    }

    private void recalls() {
        line("");
        line("Recall of each class (n: faces found with this label)");
        row("", Emotion.labels().toArray(String[]::new));
        Scores combined = report.evaluation().scores().get(Evaluation.COMBINED);
        row("n", cells(label -> Integer.toString(combined.of(label).labelled())));
        report.evaluation()
                .scores()
                .forEach((name, scores) ->
                        row(name, cells(label -> number(scores.of(label).recall()))));
    }

    private void confusion(String name, Scores scores) {
        line("");
        line("Confusion of " + name + " (rows: label, columns: answer)");
        row("", Emotion.labels().toArray(String[]::new));
        for (Emotion label : Emotion.values()) {
            row(
                    label.label(),
                    cells(answer -> Integer.toString(scores.confusion().count(label, answer))));
        }
    }

    private void row(String name, String... cells) {
        line(String.format(NAME, name)
                + Arrays.stream(cells).map(cell -> String.format(CELL, cell)).collect(Collectors.joining(" ")));
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private static String[] cells(Function<Emotion, String> cell) {
        return Arrays.stream(Emotion.values()).map(cell).toArray(String[]::new);
    }

    private static String reasons(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : new TreeMap<>(counts)
                        .entrySet().stream()
                                .map(count -> count.getValue() + " " + count.getKey())
                                .collect(Collectors.joining(", "));
    }

    private static String number(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }

    private static String number(OptionalDouble share) {
        return share.isPresent() ? number(share.getAsDouble()) : "-";
    }
}
