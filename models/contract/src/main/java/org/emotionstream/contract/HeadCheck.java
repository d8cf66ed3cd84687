package org.emotionstream.contract;

import java.util.ArrayList;
import java.util.List;

/** Whether a head is one: every subset once, shapes, finite numbers, weights that are shares. */
record HeadCheck(String where) {
    /** How far weights may be from summing to 1: roundings of 64-bit numbers in decimals. */
    private static final double TOLERANCE = 1e-9;

    private static final double LEAST_TEMPERATURE = 0.01;
    private static final double GREATEST_TEMPERATURE = 100;

    /**
     * @param where begins each message: the file
     * @throws ReleaseException when it is no head
     */
    static void check(String where, Head head) {
        HeadCheck check = new HeadCheck(where);
        check.expect(head != null, "all of it", "a head", null);
        double minimum = head.minimumConfidence();
        check.expect(minimum >= 0 && minimum < 1, "minimumConfidence", "a number in [0, 1)", minimum);
        check.everySubsetOnce(head.subsets());
        for (int i = 0; i < head.subsets().size(); i++) {
            check.subset(
                    "subsets[" + i + "] " + head.subsets().get(i).networks() + " ",
                    head.subsets().get(i));
        }
    }

    private void everySubsetOnce(List<SubsetHead> subsets) {
        List<List<String>> missing = new ArrayList<>(NetworkSubsets.ALL);
        for (int i = 0; i < subsets.size(); i++) {
            expect(subsets.get(i) != null, "subsets[" + i + "]", "a head of a subset", null);
            List<String> networks = subsets.get(i).networks();
            String field = "subsets[" + i + "].networks";
            expect(
                    NetworkSubsets.ALL.contains(networks),
                    field,
                    "some of " + NetworkSubsets.NETWORKS + " in this order",
                    networks);
            expect(missing.remove(networks), field, "each subset once", networks + " again");
        }
        expect(missing.isEmpty(), "subsets", "each of the " + NetworkSubsets.ALL.size(), "none for " + missing);
    }

    private void subset(String field, SubsetHead subset) {
        if (subset instanceof SubsetHead.Average average) {
            average(field, average);
        } else if (subset instanceof SubsetHead.Logarithmic logarithmic) {
            dense(field, logarithmic.networks(), logarithmic.weights(), logarithmic.biases());
        } else if (subset instanceof SubsetHead.Dense dense) {
            dense(field, dense.networks(), dense.weights(), dense.biases());
        }
    }

    private void average(String field, SubsetHead.Average average) {
        double temperature = average.temperature();
        expect(
                temperature >= LEAST_TEMPERATURE && temperature <= GREATEST_TEMPERATURE,
                field + "temperature",
                "a number in [" + LEAST_TEMPERATURE + ", " + GREATEST_TEMPERATURE + "]",
                temperature);
        numbers(field + "weights", average.networks().size(), average.weights());
        double sum = 0;
        for (double weight : average.weights()) {
            expect(weight >= 0, field + "weights", "none negative", average.weights());
            sum += weight;
        }
        expect(Math.abs(sum - 1) <= TOLERANCE, field + "weights", "a sum of 1", sum);
    }

    private void dense(String field, List<String> networks, List<List<List<Double>>> weights, List<Double> biases) {
        String name = field + "weights";
        size(name, networks.size(), weights);
        for (int network = 0; network < weights.size(); network++) {
            String ofNetwork = name + "[" + network + "]";
            size(ofNetwork, Emotion.COUNT, weights.get(network));
            for (int output = 0; output < Emotion.COUNT; output++) {
                numbers(
                        ofNetwork + "[" + output + "]",
                        Emotion.COUNT,
                        weights.get(network).get(output));
            }
        }
        numbers(field + "biases", Emotion.COUNT, biases);
    }

    private void numbers(String field, int expected, List<Double> numbers) {
        size(field, expected, numbers);
        for (Double number : numbers) {
            expect(number != null && Double.isFinite(number), field, "finite numbers", numbers);
        }
    }

    private void size(String field, int expected, List<?> list) {
        expect(
                list != null && list.size() == expected,
                field,
                expected + " entries",
                list == null ? null : list.size());
    }

    private void expect(boolean fulfilled, String field, String expected, Object found) {
        if (!fulfilled) {
            throw new ReleaseException(where + field + ": expected " + expected + ", found " + found);
        }
    }
}
