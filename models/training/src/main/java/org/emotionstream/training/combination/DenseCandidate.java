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

    private final int[] networks;
    private final HeadFitSettings settings;

    DenseCandidate(int[] networks, HeadFitSettings settings) {
        this.networks = networks;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "dense";
    }

    @Override
    public SubsetHead fit(HeadFaces faces, int[] rows) {
        DenseLoss loss = new DenseLoss(faces, rows, networks, settings);
        double[] unknowns = new double[loss.unknowns()];
        Arrays.fill(unknowns, 0, networks.length, START / networks.length);
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
        return new SubsetHead.Dense(
                AverageCandidate.names(networks), List.copyOf(weights), scaled(unknowns, loss.biases(), scale));
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
