package org.emotionstream.training.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotionstream.contract.SubsetHead;

/**
 * A dense head, regularised. Its logits are divided by a temperature at the end, so that it is calibrated
 * to the labels also where it was fitted to votes or to weighted classes; the temperature is folded into
 * weights and biases.
 */
final class DenseCandidate implements Candidate {
    /** Of the identity in the sum of the networks' matrices, where the search starts: near the plain sum's best. */
    private static final double START = 10;

    /** Likewise, near the product's best. */
    private static final double START_OF_LOGARITHMS = 1;

    /** Logarithms are several times as large as probabilities, so that the same pull is felt more; hence stronger. */
    private static final double PULL_OF_LOGARITHMS = 3e-1;

    private final int[] networks;
    private final HeadFitSettings settings;
    private final boolean logarithms;

    private DenseCandidate(int[] networks, HeadFitSettings settings, boolean logarithms) {
        this.networks = networks;
        this.settings = settings;
        this.logarithms = logarithms;
    }

    /** Over the probabilities. */
    static DenseCandidate ofProbabilities(int[] networks, HeadFitSettings settings) {
        return new DenseCandidate(networks, settings, false);
    }

    /** Over their logarithms, held as strongly near powers of the distributions. */
    static DenseCandidate ofLogarithms(int[] networks, HeadFitSettings settings) {
        HeadFitSettings pulled = new HeadFitSettings(
                PULL_OF_LOGARITHMS,
                PULL_OF_LOGARITHMS,
                settings.classWeightPower(),
                settings.voteShare(),
                settings.folds(),
                settings.seed());
        return new DenseCandidate(networks, pulled, true);
    }

    @Override
    public String name() {
        return logarithms ? "logarithmic" : "dense";
    }

    @Override
    public SubsetHead fit(HeadFaces faces, int[] rows) {
        DenseLoss loss =
                new DenseLoss(faces, logarithms ? faces.logarithms() : faces.probabilities(), rows, networks, settings);
        double[] unknowns = new double[loss.unknowns()];
        Arrays.fill(unknowns, 0, networks.length, (logarithms ? START_OF_LOGARITHMS : START) / networks.length);
        LimitedMemoryBfgs.minimise(loss, unknowns);
        double[][] matrices = loss.matrices(unknowns);
        double scale = 1 / temperature(faces, rows, loss, matrices, unknowns);
        List<List<List<Double>>> weights = new ArrayList<>();
        for (double[] matrix : matrices) {
            List<List<Double>> outputs = new ArrayList<>();
            for (int output = 0; output < HeadFaces.CLASSES; output++) {
                outputs.add(scaled(matrix, output * HeadFaces.CLASSES, scale));
            }
            weights.add(List.copyOf(outputs));
        }
        List<String> names = AverageCandidate.names(networks);
        List<Double> biases = scaled(unknowns, loss.biases(), scale);
        return logarithms
                ? new SubsetHead.Logarithmic(names, List.copyOf(weights), biases)
                : new SubsetHead.Dense(names, List.copyOf(weights), biases);
    }

    private static double temperature(
            HeadFaces faces, int[] rows, DenseLoss loss, double[][] matrices, double[] unknowns) {
        double[][] logits = new double[rows.length][HeadFaces.CLASSES];
        int[] labels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            loss.logits(rows[i], matrices, unknowns, logits[i]);
            labels[i] = faces.get(rows[i]).label().ordinal();
        }
        return Temperature.fit(logits, labels);
    }

    private static List<Double> scaled(double[] numbers, int from, double scale) {
        return Arrays.stream(numbers, from, from + HeadFaces.CLASSES)
                .map(number -> number * scale)
                .boxed()
                .toList();
    }
}
