package org.emotionstream.training.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotionstream.contract.SubsetHead;

/**
 * A matrix for each network over the logarithms of its probabilities, held near multiples of the identity. Its
 * logits are divided by a temperature at the end, so that it is calibrated although it is held; the temperature
 * is folded into weights and biases.
 */
final class LogarithmicCandidate implements Candidate {
    /** Of the identity in the sum of the networks' matrices, where the search starts: near the product's best. */
    private static final double START = 1;

    private final int[] networks;

    LogarithmicCandidate(int[] networks) {
        this.networks = networks;
    }

    @Override
    public String name() {
        return "logarithmic";
    }

    @Override
    public SubsetHead fit(HeadFaces faces, int[] rows) {
        LogarithmicLoss loss = new LogarithmicLoss(faces, rows, networks);
        double[] unknowns = new double[loss.unknowns()];
        Arrays.fill(unknowns, 0, networks.length, START / networks.length);
        LimitedMemoryBfgs.minimise(loss, unknowns);
        double[][] matrices = loss.matrices(unknowns);
        double[][] logits = new double[rows.length][HeadFaces.CLASSES];
        for (int i = 0; i < rows.length; i++) {
            loss.logits(rows[i], matrices, unknowns, logits[i]);
        }
        double scale = 1 / Temperature.fit(logits, faces.labels(rows));
        List<List<List<Double>>> weights = new ArrayList<>();
        for (double[] matrix : matrices) {
            List<List<Double>> outputs = new ArrayList<>();
            for (int output = 0; output < HeadFaces.CLASSES; output++) {
                outputs.add(scaled(matrix, output * HeadFaces.CLASSES, scale));
            }
            weights.add(List.copyOf(outputs));
        }
        return new SubsetHead.Logarithmic(
                AverageCandidate.names(networks), List.copyOf(weights), scaled(unknowns, loss.biases(), scale));
    }

    private static List<Double> scaled(double[] numbers, int from, double scale) {
        return Arrays.stream(numbers, from, from + HeadFaces.CLASSES)
                .map(number -> number * scale)
                .boxed()
                .toList();
    }
}
