package org.emotionstream.evaluation.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emotionstream.evaluation.measurement.Evaluation;
import org.emotionstream.evaluation.measurement.Interval;
import org.emotionstream.evaluation.measurement.Metric;
import org.emotionstream.evaluation.report.Findings;
import org.emotionstream.evaluation.report.Measured;

/** The parts of a model card that follow from what was measured on pictures that nothing was learned from. */
final class CardFigures {
    private static final String NO_FACE = "no-face";

    private final Measured measured;

    CardFigures(Measured measured) {
        this.measured = measured;
    }

    /** Each model with its intervals, and whether the combination is better than the best of them. */
    String models() {
        List<List<String>> rows = new ArrayList<>();
        measured.models().forEach((name, model) -> {
            Map<Metric, Interval> metrics = model.metrics();
            rows.add(Stream.concat(
                            Stream.of(name),
                            Stream.of(Metric.ACCURACY, Metric.ACCURACY_ALL, Metric.MACRO_F1, Metric.BALANCED_ACCURACY)
                                    .map(metric -> Markdown.interval(metrics.get(metric))))
                    .toList());
        });
        rows.add(List.of(
                "always " + measured.majority().label().label(),
                Markdown.number(measured.majority().share()),
                Markdown.number(measured.majority().shareOfAll()),
                "–",
                "–"));
        return "On the split `" + measured.split() + "`, by the code that serves. n = "
                + Markdown.count(measured.pictures())
                + " labelled pictures whose group is not in the training split; a face was found in "
                + Markdown.count(measured.found()) + " of them (coverage "
                + Markdown.number((double) measured.found() / Math.max(1, measured.pictures()))
                + "). In brackets: the middle 95 % of 2,000 bootstrap draws of the " + Markdown.count(measured.groups())
                + " groups of pictures that belong together. Over all pictures, nothing found counts as wrong; balanced"
                + " accuracy is the mean recall of the classes that occur.\n\n"
                + Markdown.table(
                        List.of(
                                "",
                                "accuracy over faces found",
                                "accuracy over all pictures",
                                "macro-F1 (8 emotions)",
                                "balanced accuracy"),
                        rows)
                + "\n"
                + Findings.combination(
                        measured.againstBest().second(),
                        measured.chosenBefore(),
                        measured.againstBest().difference(Metric.ACCURACY))
                + "\n";
    }

    /** The combination, class by class. */
    String classes() {
        return "The combination, class by class, over faces found (95 %: Wilson's interval):\n\n"
                + Markdown.table(
                        List.of("class", "n labelled", "recall", "n answered", "precision"),
                        rows().stream()
                                .map(row -> List.of(
                                        row.label(),
                                        Markdown.count(row.labelled()),
                                        row.recall().map(Markdown::interval).orElse("–"),
                                        Markdown.count(row.answered()),
                                        row.precision().map(Markdown::interval).orElse("–")))
                                .toList());
    }

    /** What is lost when one of the four is missing; empty when nobody asked. */
    String withoutOne() {
        if (measured.withoutOne().isEmpty()) {
            return "";
        }
        return "When one of the four networks is missing, the combination of the other three answers. Accuracy lost,"
                + " paired by face (95 %):\n\n"
                + Markdown.table(
                        List.of("missing", "accuracy of three", "lost"),
                        measured.withoutOne().entrySet().stream()
                                .map(one -> List.of(
                                        one.getKey(),
                                        Markdown.number(one.getValue()
                                                .differences()
                                                .get(Metric.ACCURACY)
                                                .second()),
                                        Markdown.difference(one.getValue().difference(Metric.ACCURACY))))
                                .toList());
    }

    /** How well the ninth class tells what is no face. */
    String notAFace() {
        return rows().stream()
                .filter(row -> row.label().equals(NO_FACE))
                .findFirst()
                .map(row -> "Of " + Markdown.count(row.labelled()) + " boxes of the split that hold no face, "
                        + row.recall().map(Markdown::interval).orElse("none to be counted")
                        + " were answered so; of " + Markdown.count(row.answered()) + " such answers, "
                        + row.precision().map(Markdown::interval).orElse("none to be counted") + " were right.")
                .orElse("");
    }

    /** On which faces all this was measured. */
    String faces() {
        return "What it was measured on, by the longer side of the face's box in picture pixels:\n\n"
                + Markdown.table(
                        List.of("side", "n", "accuracy of the combination"),
                        measured.byFaceSide().stream()
                                .map(bin -> List.of(
                                        bin.name(), Markdown.count(bin.faces()), Markdown.interval(bin.accuracy())))
                                .toList());
    }

    private List<Measured.ClassRow> rows() {
        return measured.models().get(Evaluation.COMBINED).classes();
    }
}
