package org.emotionstream.training.combination;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.emotionstream.contract.NetworkSubsets;
import org.emotionstream.contract.SubsetHead;

/** An average with given weights, or with fitted ones; its temperature is always fitted. */
final class AverageCandidate implements Candidate {
    private final String name;
    private final int[] networks;
    private final double[] weights;
    private final boolean fitted;

    private AverageCandidate(String name, int[] networks, double[] weights, boolean fitted) {
        this.name = name;
        this.networks = networks;
        this.weights = weights;
        this.fitted = fitted;
    }

    /** The plain average. */
    static AverageCandidate plain(int[] networks) {
        return new AverageCandidate("average", networks, equal(networks), false);
    }

    /** With the weights that fit best. */
    static AverageCandidate weighted(int[] networks) {
        return new AverageCandidate("weighted", networks, equal(networks), true);
    }

    /** One of the networks alone, as if the others had not answered. */
    static AverageCandidate single(int[] networks, int chosen) {
        double[] weights = new double[networks.length];
        weights[chosen] = 1;
        return new AverageCandidate(NetworkSubsets.NETWORKS.get(networks[chosen]), networks, weights, false);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SubsetHead fit(HeadFaces faces, int[] rows) {
        double[] shares = fitted ? weights(faces, rows) : weights;
        double[][] logits = new double[rows.length][HeadFaces.CLASSES];
        for (int i = 0; i < rows.length; i++) {
            faces.logitsOfMean(rows[i], networks, shares, logits[i]);
        }
        return new SubsetHead.Average(
                names(networks), Arrays.stream(shares).boxed().toList(), Temperature.fit(logits, faces.labels(rows)));
    }

    private double[] weights(HeadFaces faces, int[] rows) {
        WeightedLoss loss = new WeightedLoss(faces, rows, networks);
        double[] unknowns = new double[networks.length + 1];
        LimitedMemoryBfgs.minimise(loss, unknowns);
        return loss.weights(unknowns);
    }

    static List<String> names(int[] networks) {
        return IntStream.of(networks).mapToObj(NetworkSubsets.NETWORKS::get).toList();
    }

    private static double[] equal(int[] networks) {
        double[] weights = new double[networks.length];
        Arrays.fill(weights, 1.0 / networks.length);
        return weights;
    }
}
