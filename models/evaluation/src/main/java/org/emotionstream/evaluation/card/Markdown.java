package org.emotionstream.evaluation.card;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.emotionstream.evaluation.measurement.Interval;

/** Pieces of Markdown. */
final class Markdown {
    private Markdown() {}

    /** A table; the cells of a row are as many as the heads. */
    static String table(List<String> heads, List<List<String>> rows) {
        return row(heads)
                + row(heads.stream().map(head -> "---").toList())
                + rows.stream().map(Markdown::row).collect(Collectors.joining());
    }

    /** A list, one line a sentence. */
    static String list(List<String> sentences) {
        return sentences.stream().map(sentence -> "- " + sentence + "\n").collect(Collectors.joining());
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A figure with its interval. */
    static String interval(Interval interval) {
        return number(interval.estimate()) + " (" + number(interval.low()) + " to " + number(interval.high()) + ")";
    }

    /** A difference with its interval. */
    static String difference(Interval interval) {
        return String.format(
                Locale.ROOT, "%+.3f (%+.3f to %+.3f)", interval.estimate(), interval.low(), interval.high());
    }

    private static String row(List<String> cells) {
        // A bar within a cell would end it.
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
