package org.emotionstream.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.emotionstream.evaluation.measurement.Interval;

/** What figures say, in sentences that follow from them: for the report's summary and the model card alike. */
public final class Findings {
    private static final double WEAK = 0.2;
    private static final double STRONG = 0.8;
    private static final int FEW = 50;

    private Findings() {}

    /**
     * How often one class is recognised.
     *
     * @param label of the class
     * @param faces with this label
     * @param recognised how many of them got it as answer
     */
    public record Recognition(String label, int faces, int recognised) {
        private double recall() {
            return (double) recognised / faces;
        }

        private String counted() {
            return faces == 0 ? label : label + " (" + recognised + " of " + faces + " faces)";
        }
    }

    /** Whether the combination is better than the best single model. */
    public static String combination(String single, boolean chosenBefore, Interval difference) {
        String rival = "the best single model, " + single
                + (chosenBefore ? " (chosen on other pictures)" : " (the best on these very pictures)");
        String size = String.format(
                Locale.ROOT,
                "%+.1f percentage points (95 %%: %+.1f to %+.1f)",
                100 * difference.estimate(),
                100 * difference.low(),
                100 * difference.high());
        if (difference.aboveZero()) {
            return "The combination is more accurate than " + rival + ": " + size + ".";
        }
        if (difference.belowZero()) {
            return "The combination is less accurate than " + rival + ": " + size + ".";
        }
        return "That the combination is more accurate than " + rival + " is not shown: " + size + ".";
    }

    /** Which classes are recognised well; empty when none is. */
    public static String strong(List<Recognition> classes) {
        String names = classes.stream()
                .filter(one -> one.faces() > 0 && one.recall() >= STRONG)
                .map(one -> String.format(Locale.ROOT, "%s (%.2f)", one.label(), one.recall()))
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? "No class is recognised four times in five."
                : "Recognised well (recall of 0.8 or more): " + names + ".";
    }

    /** What is not recognised, said plainly. */
    public static List<String> weak(List<Recognition> classes) {
        List<String> sentences = new ArrayList<>();
        add(sentences, "Never recognised: %s.", classes, one -> one.faces() > 0 && one.recognised() == 0);
        add(
                sentences,
                "Hardly recognised (recall below 0.2): %s.",
                classes,
                one -> one.recognised() > 0 && one.recall() < WEAK);
        add(
                sentences,
                "Recognised less than half of the time: %s.",
                classes,
                one -> one.faces() > 0 && one.recall() >= WEAK && one.recall() < 0.5);
        add(sentences, "Not among the pictures, so not known: %s.", classes, one -> one.faces() == 0);
        if (sentences.isEmpty()) {
            sentences.add("Each class is recognised at least half of the time.");
        }
        String rare = classes.stream()
                .filter(one -> one.faces() > 0 && one.faces() < FEW)
                .map(one -> one.label() + " (n = " + one.faces() + ")")
                .collect(Collectors.joining(", "));
        if (!rare.isEmpty()) {
            sentences.add("Rare in these pictures, so that their figures are uncertain: " + rare + ".");
        }
        return sentences;
    }

    private static void add(
            List<String> sentences, String sentence, List<Recognition> classes, Predicate<Recognition> belongs) {
        String names =
                classes.stream().filter(belongs).map(Recognition::counted).collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            sentences.add(String.format(Locale.ROOT, sentence, names));
        }
    }
}
