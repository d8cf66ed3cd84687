package org.emotionstream.training.network;

import java.util.Arrays;
import java.util.List;

/**
 * One learned tensor of a network.
 *
 * @param name of the layer and what it is, for example {@code convolution-1.weights}
 * @param sizes its dimensions, outputs first
 */
public record ParameterShape(String name, List<Integer> sizes) {
    static ParameterShape weights(String layer, Integer... sizes) {
        return new ParameterShape(weightsOf(layer), List.of(sizes));
    }

    static ParameterShape biases(String layer, int outputs) {
        return new ParameterShape(biasesOf(layer), List.of(outputs));
    }

    /** The name of this layer's weights. */
    public static String weightsOf(String layer) {
        return layer + ".weights";
    }

    /** The name of this layer's biases. */
    public static String biasesOf(String layer) {
        return layer + ".biases";
    }

    /** How many numbers it holds. */
    public int count() {
        return sizes.stream().reduce(1, Math::multiplyExact);
    }

    /** Its dimensions, as libtorch and ONNX take them. */
    public long[] dimensions() {
        return sizes.stream().mapToLong(Integer::longValue).toArray();
    }

    /** Whether it is a bias: one number an output. */
    public boolean isBias() {
        return sizes.size() == 1;
    }

    /** Numbers that one output sees (fan in), and outputs that one input reaches (fan out). */
    int fans() {
        int receptiveField = sizes.stream().skip(2).reduce(1, Math::multiplyExact);
        return (sizes.get(0) + sizes.get(1)) * receptiveField;
    }

    @Override
    public String toString() {
        return name + Arrays.toString(dimensions());
    }
}
