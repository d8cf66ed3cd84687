package org.emotionstream.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Prints comparisons as tables for people: medians over the rounds.
 *
 * @param out gets each line
 * @param sides the heads of the columns
 */
public record BenchTable(Consumer<String> out, Sides sides) {
    private static final String ONE = "%-40s %10s  %s";
    private static final String TWO = "%-40s %10s %10s  %-12s %s";

    /** Prints the figures of one input. */
    public void print(String input, MeasuredRounds rounds) {
        out.accept("");
        boolean two = !rounds.before().isEmpty();
        String ratio = two ? sides.after() + "/" + sides.before() + " (least to most)" : "";
        line(two, input, sides.before(), two ? sides.after() : "", "unit", ratio);
        for (MeasuredRounds.Row row : rounds.rows()) {
            line(two, row.name(), number(row.before()), number(row.after()), row.unit(), ratio(row.ratio()));
        }
    }

    private void line(boolean two, String name, String before, String after, String unit, String ratio) {
        String line = two
                ? String.format(Locale.ROOT, TWO, name, before, after, unit, ratio)
                : String.format(Locale.ROOT, ONE, name, after, unit);
        out.accept(line.stripTrailing());
    }

    private static String number(List<Double> values) {
        return values.isEmpty() ? "-" : number(Spread.of(values).median());
    }

    /** Three digits that count, and no more behind the point than a clock of ours is good for. */
    static String number(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String ratio(Optional<Spread> ratio) {
        return ratio.map(spread -> String.format(
                        Locale.ROOT, "%.3f (%.3f to %.3f)", spread.median(), spread.least(), spread.most()))
                .orElse("");
    }
}
