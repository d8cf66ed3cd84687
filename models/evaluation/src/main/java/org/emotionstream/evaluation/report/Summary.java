package org.emotionstream.evaluation.report;

import static org.emotionstream.evaluation.page.Markup.count;
import static org.emotionstream.evaluation.page.Markup.number;
import static org.emotionstream.evaluation.page.Markup.percent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.evaluation.measurement.Evaluation;
import org.emotionstream.evaluation.measurement.Interval;
import org.emotionstream.evaluation.measurement.Metric;
import org.emotionstream.evaluation.measurement.Pairing;
import org.emotionstream.evaluation.skew.FaceFreeReport;
import org.emotionstream.evaluation.skew.SkewReport;

/** What is good and what is bad, in plain words; every sentence follows from the data. */
public final class Summary {
    private Summary() {}

    /** How much of it is right, whether the combination pays, and what is recognised and what is not. */
    public static List<String> of(Measured measured) {
        Map<Metric, Interval> combined =
                measured.models().get(Evaluation.COMBINED).metrics();
        List<String> sentences = new ArrayList<>();
        Interval accuracy = combined.get(Metric.ACCURACY);
        sentences.add("Of " + count(measured.pictures()) + " labelled pictures of the split " + measured.split()
                + ", which it has not learned from, a face was found in "
                + percent(measured.coverage()) + "; of these faces "
                + percent(accuracy.estimate()) + " got the label that most annotators chose (95 %: "
                + percent(accuracy.low()) + " to " + percent(accuracy.high()) + "), of all pictures "
                + percent(combined.get(Metric.ACCURACY_ALL).estimate()) + ". Always answering "
                + measured.majority().label().label() + " would be right for "
                + percent(measured.majority().share()) + " of the faces.");
        sentences.add(combination(measured));
        List<Findings.Recognition> recognised = recognised(measured);
        sentences.add(Findings.strong(recognised));
        sentences.addAll(Findings.weak(recognised));
        return sentences;
    }

    /** What matters beyond: uncertain faces, missing models, seeds, guises, pictures without a face. */
    public static List<String> beyond(ReportData data) {
        List<String> beyond = new ArrayList<>();
        data.measured().ifPresent(measured -> {
            beyond.add(uncertain(measured));
            mostLost(measured).ifPresent(beyond::add);
        });
        seeds(data.seeds(), beyond);
        data.skew().flatMap(Summary::worst).ifPresent(beyond::add);
        data.faceFree().ifPresent(report -> report.sources().stream()
                .filter(source -> source.pictures() > 0 && source.asServed())
                .forEach(source -> beyond.add(faceFree(source))));
        return beyond;
    }

    /** How often each class is recognised by the combination. */
    public static List<Findings.Recognition> recognised(Measured measured) {
        return measured.models().get(Evaluation.COMBINED).classes().stream()
                .map(row -> new Findings.Recognition(row.label(), row.labelled(), (int)
                        Math.round(row.recall().map(Interval::estimate).orElse(0.0) * row.labelled())))
                .toList();
    }

    /** Whether the combination is better than the best single model. */
    public static String combination(Measured measured) {
        return Findings.combination(
                measured.againstBest().second(),
                measured.chosenBefore(),
                measured.againstBest().difference(Metric.ACCURACY));
    }

    /** What the asked confidence does. */
    public static String uncertain(Measured measured) {
        if (measured.minimumConfidence() == 0) {
            return "The release asks for no confidence, so that no face is ever called uncertain.";
        }
        return "Below a confidence of " + number(measured.minimumConfidence()) + " a face is called uncertain: "
                + percent(1 - measured.sure().answeredShare()) + " of the faces are; the answers to the others are "
                + percent(measured.sure().accuracy().estimate()) + " right.";
    }

    private static Optional<String> mostLost(Measured measured) {
        return measured.withoutOne().entrySet().stream()
                .max(Comparator.comparingDouble(
                        one -> one.getValue().difference(Metric.ACCURACY).estimate()))
                .map(Summary::lost);
    }

    private static String lost(Map.Entry<String, Pairing> most) {
        Interval lost = most.getValue().difference(Metric.ACCURACY);
        if (lost.estimate() <= 0) {
            return "When any one of the four models is missing, no accuracy is lost.";
        }
        return String.format(
                Locale.ROOT,
                "When one of the four models is missing, most is lost without %s: %.1f percentage points of accuracy"
                        + " (95 %%: %.1f to %.1f).",
                most.getKey(),
                100 * lost.estimate(),
                100 * lost.low(),
                100 * lost.high());
    }

    private static void seeds(List<SeedResult> seeds, List<String> sentences) {
        if (!seeds.isEmpty()) {
            long better =
                    seeds.stream().filter(seed -> seed.difference().aboveZero()).count();
            sentences.add("In " + better + " of " + seeds.size() + " trainings, each with its seed, the combination is"
                    + " shown to be more accurate than the best single model.");
        }
    }

    private static Optional<String> worst(SkewReport skew) {
        return skew.comparisons().stream()
                .min(Comparator.comparingDouble(SkewReport.Comparison::kept))
                .map(worst -> "A face keeps its emotion least between the guises of \"" + worst.kind() + ": "
                        + worst.guises() + "\": " + percent(worst.kept()) + " of " + count(worst.foundInBoth())
                        + " faces do.");
    }

    private static String faceFree(FaceFreeReport.Source source) {
        return String.format(
                Locale.ROOT,
                "In 1,000 %s without a face, %.0f boxes are taken for a face, and %.0f get an emotion, wrongly.",
                source.name(),
                source.boxesPerThousand(),
                source.emotionsPerThousand());
    }
}
