package org.emotionstream.training.combination;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;

/**
 * The loss of a weighted average with a temperature: cross entropy with the labels. Unknowns: one number a
 * network, whose softmax is the weights, then the logarithm of the temperature.
 */
final class WeightedLoss implements ToDoubleBiFunction<double[], double[]> {
    private final HeadFaces faces;
    private final int[] rows;
    private final int[] networks;

    WeightedLoss(HeadFaces faces, int[] rows, int[] networks) {
        this.faces = faces;
        this.rows = rows;
        this.networks = networks;
    }

    @Override
    public double applyAsDouble(double[] unknowns, double[] gradient) {
        double[] weights = weights(unknowns);
        double temperature = StrictMath.exp(unknowns[networks.length]);
        double[] mean = new double[HeadFaces.CLASSES];
        double[] answer = new double[HeadFaces.CLASSES];
        Arrays.fill(gradient, 0);
        double loss = 0;
        for (int face : rows) {
            faces.logitsOfMean(face, networks, weights, mean);
            for (int i = 0; i < mean.length; i++) {
                answer[i] = mean[i] / temperature;
            }
            loss += Softmax.lossAndError(answer, faces.label(face));
            addGradient(face, mean, answer, weights, temperature, gradient);
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] /= rows.length;
        }
        return loss / rows.length;
    }

    private void addGradient(
            int face, double[] mean, double[] error, double[] weights, double temperature, double[] gradient) {
        for (int i = 0; i < error.length; i++) {
            double ofLogit = error[i] / temperature;
            double share = StrictMath.exp(mean[i]);
            for (int m = 0; m < networks.length; m++) {
                double probability = faces.probabilities()[faces.offset(face, networks[m]) + i];
                gradient[m] += ofLogit * weights[m] * (probability - share) / share;
            }
            gradient[networks.length] -= ofLogit * mean[i];
        }
    }

    /** The softmax of the unknowns that stand for the networks. */
    double[] weights(double[] unknowns) {
        return Softmax.of(Arrays.copyOf(unknowns, networks.length));
    }
}
