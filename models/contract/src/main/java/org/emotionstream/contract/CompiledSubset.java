package org.emotionstream.contract;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A {@link SubsetHead} with its numbers in flat arrays, ready to compute. Networks are added in their
 * order, so that the same answers give the same bits.
 */
sealed interface CompiledSubset {
    /** The nine combined probabilities of one distribution a network, in the order of the networks. */
    float[] apply(EmotionDistribution[] distributions);

    /** From what a release holds, which has been checked. */
    static CompiledSubset of(SubsetHead head) {
        if (head instanceof SubsetHead.Average average) {
            return new Average(average);
        }
        if (head instanceof SubsetHead.Logarithmic logarithmic) {
            return new Dense(logarithmic.weights(), logarithmic.biases(), SubsetHead.Logarithmic::logarithm);
        }
        SubsetHead.Dense dense = (SubsetHead.Dense) head;
        return new Dense(dense.weights(), dense.biases(), DoubleUnaryOperator.identity());
    }

    /** The weighted mean, raised to 1/temperature. */
    final class Average implements CompiledSubset {
        private final double[] weights;
        private final double exponent;

        private Average(SubsetHead.Average head) {
            weights = flat(head.weights());
            exponent = 1 / head.temperature();
        }

        @Override
        public float[] apply(EmotionDistribution[] distributions) {
            double[] mean = new double[Emotion.COUNT];
            for (int network = 0; network < weights.length; network++) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += weights[network] * distributions[network].at(i);
                }
            }
            int best = largest(mean);
            float[] probabilities = exponent == 1 ? floats(mean, 1) : power(mean, mean[best]);
            return keepMostProbable(probabilities, best);
        }

        private float[] power(double[] mean, double largest) {
            double sum = 0;
            for (int i = 0; i < mean.length; i++) {
                mean[i] = StrictMath.pow(mean[i] / largest, exponent);
                sum += mean[i];
            }
            return floats(mean, sum);
        }

        // A power keeps the order of the classes, but in 32 bits two of them can become equal, and of equals
        // the first is taken for the most probable. So whatever caught up with the best is one step below it.
        private static float[] keepMostProbable(float[] probabilities, int best) {
            for (int i = 0; i < best; i++) {
                if (probabilities[i] >= probabilities[best]) {
                    probabilities[i] = Math.nextDown(probabilities[best]);
                }
            }
            return probabilities;
        }
    }

    /** Biases and a matrix a network, over the probabilities or over what is made of them; then softmax. */
    final class Dense implements CompiledSubset {
        private final double[] weights;
        private final double[] biases;
        private final DoubleUnaryOperator input;

        private Dense(List<List<List<Double>>> weights, List<Double> biases, DoubleUnaryOperator input) {
            this.weights = flat(
                    weights.stream().flatMap(List::stream).flatMap(List::stream).toList());
            this.biases = flat(biases);
            this.input = input;
        }

        @Override
        public float[] apply(EmotionDistribution[] distributions) {
            double[] logits = biases.clone();
            double[] inputs = new double[Emotion.COUNT];
            int weight = 0;
            for (int network = 0; weight < weights.length; network++) {
                for (int i = 0; i < inputs.length; i++) {
                    inputs[i] = input.applyAsDouble(distributions[network].at(i));
                }
                for (int output = 0; output < Emotion.COUNT; output++) {
                    for (double value : inputs) {
                        logits[output] += weights[weight++] * value;
                    }
                }
            }
            return softmax(logits);
        }
    }

    private static float[] softmax(double[] logits) {
        double largest = logits[largest(logits)];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            logits[i] = StrictMath.exp(logits[i] - largest);
            sum += logits[i];
        }
        return floats(logits, sum);
    }

    private static int largest(double[] numbers) {
        int best = 0;
        for (int i = 1; i < numbers.length; i++) {
            if (numbers[i] > numbers[best]) {
                best = i;
            }
        }
        return best;
    }

    private static float[] floats(double[] numbers, double divisor) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) (numbers[i] / divisor);
        }
        return floats;
    }

    private static double[] flat(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
