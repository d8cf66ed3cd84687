package org.emotionstream.bench.kernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Repeats rounds until they agree, and takes the medians of the last ones. */
final class KernelFigures {
    /** Steps that {@code image-to-landmarks} is made of: they are shown, and are not part of the sum again. */
    static final List<String> PARTS = List.of("decode", "find-faces", "landmarks");

    static final String WHOLE = "image-to-landmarks";
    static final String REST = "cut-tiles";
    static final String SUM = "sum";

    private static final int LEAST_ROUNDS = 3;
    private static final int MOST_ROUNDS = 12;
    private static final double AGREEMENT = 0.03;

    private KernelFigures() {}

    /** Rounds, of milliseconds an image by step, until the sums of the last two differ by 3 per cent at most. */
    static List<Map<String, Double>> rounds(Supplier<Map<String, Double>> round) {
        List<Map<String, Double>> rounds = new ArrayList<>();
        while (rounds.size() < LEAST_ROUNDS || rounds.size() < MOST_ROUNDS && !agree(rounds)) {
            rounds.add(round.get());
        }
        return rounds;
    }

    private static boolean agree(List<Map<String, Double>> rounds) {
        double last = sum(rounds.get(rounds.size() - 1));
        double before = sum(rounds.get(rounds.size() - 2));
        return Math.abs(last - before) <= AGREEMENT * Math.min(last, before);
    }

    /**
     * The median of each step over the last three rounds, the rest of the first step, and the sum of all steps.
     *
     * @param rounds at least three
     */
    static Map<String, Double> figures(List<Map<String, Double>> rounds) {
        List<Map<String, Double>> last = rounds.subList(rounds.size() - LEAST_ROUNDS, rounds.size());
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String step : last.get(0).keySet()) {
            if (step.equals(WHOLE)) {
                double parts = PARTS.stream().mapToDouble(figures::get).sum();
                figures.put(REST, Math.max(0, median(last, step) - parts));
            }
            figures.put(step, median(last, step));
        }
        Map<String, Double> steps = new LinkedHashMap<>(figures);
        steps.remove(REST);
        figures.put(SUM, sum(steps));
        return figures;
    }

    private static double sum(Map<String, Double> steps) {
        return steps.entrySet().stream()
                .filter(step -> !PARTS.contains(step.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static double median(List<Map<String, Double>> rounds, String step) {
        double[] sorted =
                rounds.stream().mapToDouble(round -> round.get(step)).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
    }
}
