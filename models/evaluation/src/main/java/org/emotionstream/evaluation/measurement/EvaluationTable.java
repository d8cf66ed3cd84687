package org.emotionstream.evaluation.measurement;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.page.PageTemplates;

/** Evaluations as tables for a terminal: {@code evaluation.txt} and {@code comparison.txt} among the resources. */
final class EvaluationTable {
    private static final PageTemplates TEMPLATES = new PageTemplates(EvaluationTable.class, UnaryOperator.identity());

    private static final String CELL = "%10.3f";
    private static final String NO_CELL = "         -";

    private final Figures figures;

    private EvaluationTable(Figures figures) {
        this.figures = figures;
    }

    /** The tables of one release, each line ended by a newline. */
    static String write(EvaluationReport report) {
        return TEMPLATES.fill(
                "evaluation.txt",
                Map.of(
                        "report",
                        report,
                        "figures",
                        report.figures(),
                        "combined",
                        report.figures().models().get(Evaluation.COMBINED).scores(),
                        "emotions",
                        List.of(Emotion.values()),
                        "noFace",
                        Emotion.NO_FACE,
                        "against",
                        List.of(Metric.ACCURACY, Metric.ACCURACY_ALL, Metric.MACRO_F1),
                        "resamples",
                        Bootstrap.RESAMPLES,
                        "table",
                        new EvaluationTable(report.figures())));
    }

    /** The tables of two releases, each line ended by a newline. */
    static String write(ReleaseComparison comparison) {
        return TEMPLATES.fill(
                "comparison.txt",
                Map.of(
                        "first", comparison.first(),
                        "second", comparison.second(),
                        "pairings", comparison.pairings(),
                        "metrics",
                                List.of(
                                        Map.entry(
                                                Metric.ACCURACY_ALL,
                                                "Accuracy over all pictures: nothing found counts as wrong"),
                                        Map.entry(Metric.ACCURACY, "Accuracy over the faces that each of them found"),
                                        Map.entry(
                                                Metric.MACRO_F1,
                                                "Macro-F1 over the eight emotions, over the faces found"),
                                        Map.entry(Metric.COVERAGE, "Share of the pictures in which a face was found")),
                        "resamples", Bootstrap.RESAMPLES,
                        "table", new EvaluationTable(comparison.first().figures())));
    }

    public String reasons(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : new TreeMap<>(counts)
                        .entrySet().stream()
                                .map(count -> count.getValue() + " " + count.getKey())
                                .collect(Collectors.joining(", "));
    }

    /** A cell; a bar where there is nothing to share. */
    public String share(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, CELL, share.getAsDouble()) : NO_CELL;
    }

    public String low(Optional<Interval> interval) {
        return interval.map(known -> String.format(Locale.ROOT, CELL, known.low()))
                .orElse(NO_CELL);
    }

    public String high(Optional<Interval> interval) {
        return interval.map(known -> String.format(Locale.ROOT, CELL, known.high()))
                .orElse(NO_CELL);
    }

    /** The two ends of a metric of the combination. */
    public String ends(String metric) {
        Interval interval =
                figures.models().get(Evaluation.COMBINED).intervals().get(Metric.valueOf(metric));
        return String.format(Locale.ROOT, "%.3f to %.3f", interval.low(), interval.high());
    }

    public int uncertain() {
        return figures.evaluation().faces() - figures.sure().faces();
    }
}
