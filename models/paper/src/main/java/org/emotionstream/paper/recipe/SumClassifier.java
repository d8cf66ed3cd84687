package org.emotionstream.paper.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.emotionstream.contract.Emotion;
import org.emotionstream.training.network.GlorotUniform;
import org.emotionstream.training.network.ParameterShape;
import org.emotionstream.training.network.Scoped;
import org.emotionstream.training.network.Tensors;

/**
 * The paper's combined model (section 3.4): the four distributions of a row are summed, and a dense layer of 9 x
 * 9 weights and 9 biases, 90 numbers, makes of the sums what the softmax takes. Begins as Keras begins: Glorot
 * uniform, biases zero.
 */
final class SumClassifier implements Classifier, AutoCloseable {
    private static final ParameterShape WEIGHTS =
            new ParameterShape("combined.weights", List.of(Emotion.COUNT, Emotion.COUNT));
    private static final ParameterShape BIASES = new ParameterShape("combined.biases", List.of(Emotion.COUNT));

    private final float[][] sums;
    private final List<Tensor> parameters = new ArrayList<>();

    /**
     * @param sums of the four distributions, {@code float[rows][9]}
     * @param seed same seed, same first weights
     */
    SumClassifier(float[][] sums, long seed) {
        this.sums = sums;
        GlorotUniform glorot = new GlorotUniform(seed);
        Scoped.run(() -> {
            for (ParameterShape shape : List.of(WEIGHTS, BIASES)) {
                parameters.add(Tensors.parameter(glorot.values(shape), shape));
            }
        });
    }

    /** The sums of what some networks answer, row by row. */
    static float[][] sums(List<float[][]> networks) {
        float[][] sums = new float[networks.get(0).length][Emotion.COUNT];
        for (float[][] answers : networks) {
            for (int row = 0; row < sums.length; row++) {
                for (int i = 0; i < Emotion.COUNT; i++) {
                    sums[row][i] += answers[row][i];
                }
            }
        }
        return sums;
    }

    @Override
    public List<Tensor> parameters() {
        return List.copyOf(parameters);
    }

    @Override
    public Tensor logits(int[] rows) {
        float[] values = new float[rows.length * Emotion.COUNT];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(sums[rows[i]], 0, values, i * Emotion.COUNT, Emotion.COUNT);
        }
        Tensor inputs = Tensor.create(values, rows.length, Emotion.COUNT);
        return torch.linear(inputs, parameters.get(0), new TensorOptional(parameters.get(1)));
    }

    /** What it has learned. */
    SumHead head() {
        float[] weights = Scoped.compute(() -> Tensors.toArray(parameters.get(0)));
        float[] biases = Scoped.compute(() -> Tensors.toArray(parameters.get(1)));
        return new SumHead(
                IntStream.range(0, Emotion.COUNT)
                        .mapToObj(output -> row(weights, output * Emotion.COUNT))
                        .toList(),
                row(biases, 0));
    }

    private static List<Double> row(float[] values, int from) {
        return IntStream.range(from, from + Emotion.COUNT)
                .mapToObj(i -> (double) values[i])
                .toList();
    }

    @Override
    public void close() {
        parameters.forEach(Tensor::releaseReference);
        parameters.clear();
    }
}
