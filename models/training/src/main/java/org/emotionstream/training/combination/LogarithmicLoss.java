package org.emotionstream.training.combination;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;

/**
 * The loss of a logarithmic head: cross entropy with the labels, and the pull. A network's matrix is made of
 * three: a number of its own times the identity (free), a matrix that all have in common, and its own deviation
 * (both pulled to zero). The loss is convex.
 *
 * <p>Unknowns, for n networks: n numbers, the common matrix (81, output by output), n deviations (81 each),
 * 9 biases.
 */
final class LogarithmicLoss implements ToDoubleBiFunction<double[], double[]> {
    private static final int MATRIX = HeadFaces.CLASSES * HeadFaces.CLASSES;

    /** Times the sum of the squares of what is held near zero; chosen in docs/adr/0008-head-of-subsets.md. */
    private static final double PULL = 3e-1;

    private final HeadFaces faces;
    private final double[] inputs;
    private final int[] rows;
    private final int[] networks;

    LogarithmicLoss(HeadFaces faces, int[] rows, int[] networks) {
        this.faces = faces;
        this.inputs = faces.logarithms();
        this.rows = rows;
        this.networks = networks;
    }

    int unknowns() {
        return biases() + HeadFaces.CLASSES;
    }

    @Override
    public double applyAsDouble(double[] unknowns, double[] gradient) {
        double[][] matrices = matrices(unknowns);
        double[][] matrixGradients = new double[networks.length][MATRIX];
        double[] biasGradient = new double[HeadFaces.CLASSES];
        double[] logits = new double[HeadFaces.CLASSES];
        double loss = 0;
        for (int face : rows) {
            logits(face, matrices, unknowns, logits);
            loss += Softmax.lossAndError(logits, faces.label(face));
            addGradient(face, logits, matrixGradients, biasGradient);
        }
        Arrays.fill(gradient, 0);
        for (int m = 0; m < networks.length; m++) {
            spread(m, matrixGradients[m], gradient);
        }
        for (int i = 0; i < biasGradient.length; i++) {
            gradient[biases() + i] = biasGradient[i] / rows.length;
        }
        return loss / rows.length
                + pull(unknowns, gradient, networks.length, MATRIX)
                + pull(unknowns, gradient, networks.length + MATRIX, networks.length * MATRIX);
    }

    /** Sets the nine logits of one face. */
    void logits(int face, double[][] matrices, double[] unknowns, double[] logits) {
        System.arraycopy(unknowns, biases(), logits, 0, logits.length);
        for (int m = 0; m < networks.length; m++) {
            int from = faces.offset(face, networks[m]);
            double[] matrix = matrices[m];
            for (int output = 0; output < HeadFaces.CLASSES; output++) {
                int row = output * HeadFaces.CLASSES;
                double sum = 0;
                for (int input = 0; input < HeadFaces.CLASSES; input++) {
                    sum += matrix[row + input] * inputs[from + input];
                }
                logits[output] += sum;
            }
        }
    }

    private void addGradient(int face, double[] error, double[][] matrixGradients, double[] biasGradient) {
        for (int output = 0; output < HeadFaces.CLASSES; output++) {
            biasGradient[output] += error[output];
        }
        for (int m = 0; m < networks.length; m++) {
            int from = faces.offset(face, networks[m]);
            double[] ofMatrix = matrixGradients[m];
            for (int output = 0; output < HeadFaces.CLASSES; output++) {
                int row = output * HeadFaces.CLASSES;
                for (int input = 0; input < HeadFaces.CLASSES; input++) {
                    ofMatrix[row + input] += error[output] * inputs[from + input];
                }
            }
        }
    }

    /** A network's matrix moves with each of the three that it is made of. */
    private void spread(int m, double[] matrixGradient, double[] gradient) {
        for (int i = 0; i < MATRIX; i++) {
            double derivative = matrixGradient[i] / rows.length;
            gradient[networks.length + i] += derivative;
            gradient[networks.length + (m + 1) * MATRIX + i] += derivative;
            gradient[m] += diagonal(i) ? derivative : 0;
        }
    }

    private static double pull(double[] unknowns, double[] gradient, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += unknowns[i] * unknowns[i];
            gradient[i] += 2 * PULL * unknowns[i];
        }
        return PULL * sum;
    }

    /** The matrix of each network, output by output. */
    double[][] matrices(double[] unknowns) {
        double[][] matrices = new double[networks.length][MATRIX];
        for (int m = 0; m < networks.length; m++) {
            for (int i = 0; i < MATRIX; i++) {
                matrices[m][i] = unknowns[networks.length + i]
                        + unknowns[networks.length + (m + 1) * MATRIX + i]
                        + (diagonal(i) ? unknowns[m] : 0);
            }
        }
        return matrices;
    }

    /** Where the biases begin. */
    int biases() {
        return networks.length + (networks.length + 1) * MATRIX;
    }

    private static boolean diagonal(int i) {
        return i / HeadFaces.CLASSES == i % HeadFaces.CLASSES;
    }
}
