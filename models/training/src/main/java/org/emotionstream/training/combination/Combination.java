package org.emotionstream.training.combination;

import java.util.Arrays;
import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Head;

/**
 * What makes one answer of four: each network's temperature (its logits are divided by it before the
 * softmax, which leaves its own choice as it is, but says how much it weighs in the sum) and the head.
 *
 * @param temperatures of model-1 to model-4, greater than 0; folded into each network's last layer
 * @param weights of the head, {@code [9 outputs][9 inputs]}
 * @param biases of the head, {@code [9 outputs]}
 */
public record Combination(List<Double> temperatures, List<List<Double>> weights, List<Double> biases) {
    static Combination of(double[] temperatures, double[][] weights, double[] biases) {
        return new Combination(
                boxed(temperatures),
                Arrays.stream(weights).map(Combination::boxed).toList(),
                boxed(biases));
    }

    /** The head as a release holds it; a face below this confidence is uncertain. */
    public Head head(double minimumConfidence) {
        return Head.ofSum(weights, biases, minimumConfidence);
    }

    /**
     * What the head's softmax takes for one face.
     *
     * @param logits of the four networks, {@code float[4][9]}, before their temperatures
     * @return {@code float[9]}
     */
    public float[] logits(float[][] logits) {
        double[] sum = new double[Emotion.COUNT];
        for (int network = 0; network < logits.length; network++) {
            Softmax.add(logits[network], temperatures.get(network), sum);
        }
        float[] outputs = new float[Emotion.COUNT];
        for (int output = 0; output < outputs.length; output++) {
            double value = biases.get(output);
            for (int input = 0; input < sum.length; input++) {
                value += weights.get(output).get(input) * sum[input];
            }
            outputs[output] = (float) value;
        }
        return outputs;
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
