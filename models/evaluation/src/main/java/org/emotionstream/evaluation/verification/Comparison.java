package org.emotionstream.evaluation.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares recorded numbers with those of now: one check for each network, each subset, and the projection. */
final class Comparison {
    /** Machines round differently; of numbers beyond 1 this share. */
    static final double TOLERANCE = 1e-5;

    private final List<Check> checks = new ArrayList<>();

    private Comparison() {}

    static List<Check> of(RecordedOutputs expected, RecordedOutputs found) {
        Comparison comparison = new Comparison();
        comparison.compare("projection of recorded landmarks", expected.projections(), found.projections());
        comparison.compare("answers of ", expected.networks(), found.networks());
        comparison.compare("head on ", expected.head(), found.head());
        return comparison.checks;
    }

    private void compare(String what, Map<String, List<List<Float>>> expected, Map<String, List<List<Float>>> found) {
        TreeSet<String> names = new TreeSet<>(found.keySet());
        names.addAll(expected.keySet());
        for (String name : names) {
            compare(what + name, expected.getOrDefault(name, List.of()), found.getOrDefault(name, List.of()));
        }
    }

    private void compare(String what, List<List<Float>> expected, List<List<Float>> found) {
        if (expected.size() != found.size()) {
            checks.add(Check.failed(what, "expected " + expected.size() + " answers, found " + found.size()));
            return;
        }
        for (int input = 0; input < expected.size(); input++) {
            List<Float> then = expected.get(input);
            List<Float> now = found.get(input);
            for (int number = 0; number < Math.max(then.size(), now.size()); number++) {
                if (number >= then.size() || number >= now.size() || differ(then.get(number), now.get(number))) {
                    checks.add(Check.failed(
                            what,
                            "input " + input + ", number " + number + ": expected " + at(then, number) + ", found "
                                    + at(now, number) + " (tolerance " + TOLERANCE + ")"));
                    return;
                }
            }
        }
        checks.add(Check.passed(what));
    }

    private static String at(List<Float> numbers, int index) {
        return index < numbers.size() ? String.valueOf(numbers.get(index)) : "none";
    }

    /** Also true for what is no number. */
    private static boolean differ(float expected, float found) {
        return !(Math.abs(expected - found) <= TOLERANCE * Math.max(1, Math.abs(expected)));
    }
}
