package org.emotionstream.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.bench.report.BenchFigures.Figure;

/**
 * The rounds of one input.
 *
 * @param before of the baseline or the peer; none without one
 * @param after of the measured checkout, taken in turn with those before
 */
public record MeasuredRounds(List<BenchFigures> before, List<BenchFigures> after) {
    public MeasuredRounds {
        before = List.copyOf(before);
        after = List.copyOf(after);
        if (after.isEmpty() || !before.isEmpty() && before.size() != after.size()) {
            throw new IllegalArgumentException(
                    "each round has both sides: " + before.size() + " before, " + after.size() + " after");
        }
    }

    /**
     * One figure over all rounds.
     *
     * @param name of it
     * @param unit of its values
     * @param before a value a round; none where the baseline has no such figure in every round
     * @param after a value a round
     */
    public record Row(String name, String unit, List<Double> before, List<Double> after) {
        /** After over before, where both were measured and before is not 0. */
        public Optional<Spread> ratio() {
            return before.isEmpty() || after.isEmpty() || Spread.hasNoRatio(before)
                    ? Optional.empty()
                    : Optional.of(Spread.ofRatios(before, after));
        }
    }

    /** Every figure that each round of the measured checkout has; then those that only the baseline has. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Figure figure : after.get(0).all()) {
            List<Double> values = values(after, figure.name());
            if (!values.isEmpty()) {
                rows.add(new Row(figure.name(), figure.unit(), values(before, figure.name()), values));
            }
        }
        if (!before.isEmpty()) {
            for (Figure figure : before.get(0).all()) {
                List<Double> values = values(before, figure.name());
                if (!values.isEmpty() && values(after, figure.name()).isEmpty()) {
                    rows.add(new Row(figure.name(), figure.unit(), values, List.of()));
                }
            }
        }
        return rows;
    }

    /** The value of each round; none unless every round has one. */
    private static List<Double> values(List<BenchFigures> rounds, String name) {
        return rounds.stream().allMatch(round -> round.has(name))
                ? rounds.stream().map(round -> round.value(name)).toList()
                : List.of();
    }
}
