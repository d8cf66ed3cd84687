package org.emotionstream.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The combined model of a release: one {@link SubsetHead} for each set of networks that may have answered,
 * so that an answer without some of them is made by what was fitted to just those that are there.
 *
 * @param minimumConfidence a face whose most probable class is less probable is uncertain; in [0, 1)
 * @param subsets one for each of the 15 of {@link NetworkSubsets#ALL}, in any order
 */
public record Head(double minimumConfidence, List<SubsetHead> subsets) {
    /**
     * The paper's combined model (section 3.4): a dense layer over the sum of the four distributions. Of
     * fewer than four the sum is scaled by 4/n, to the range that the layer was trained on. A single
     * network's answer is left as it is.
     *
     * @param weights {@code [9 outputs][9 inputs]}
     * @param biases {@code [9 outputs]}
     * @param minimumConfidence see {@link Head}
     */
    public static Head ofSum(List<List<Double>> weights, List<Double> biases, double minimumConfidence) {
        List<SubsetHead> subsets = new ArrayList<>();
        for (List<String> networks : NetworkSubsets.ALL) {
            if (networks.size() == 1) {
                subsets.add(SubsetHead.Average.plain(networks));
            } else {
                double scale = (double) NetworkSubsets.NETWORKS.size() / networks.size();
                subsets.add(new SubsetHead.Dense(
                        networks, Collections.nCopies(networks.size(), scaled(weights, scale)), biases));
            }
        }
        return new Head(minimumConfidence, List.copyOf(subsets));
    }

    private static List<List<Double>> scaled(List<List<Double>> weights, double scale) {
        return weights.stream()
                .map(row -> row.stream().map(weight -> weight * scale).toList())
                .toList();
    }
}
