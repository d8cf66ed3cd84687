package org.emotionstream.training.network;

import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The layers in libtorch: each computes. The tensors belong to the caller's {@link Scoped} work.
 *
 * @param planes scaled: {@code float[N][1 or 3][100][100]}
 * @param components {@code float[N][33]}
 * @param dropout in training
 * @param parameters what the layers have learned, by name
 */
record TensorLayers(Tensor planes, Tensor components, Optional<Dropout> dropout, Map<String, Tensor> parameters)
        implements Layers<Tensor> {
    @Override
    public Tensor convolution(String name, Tensor values, int filters, int kernel) {
        Tensor weights = weights(name);
        // Three equal planes through three kernels are one plane through their sum.
        boolean grey = values.size(1) == 1 && weights.size(1) == Architecture.PLANES;
        Tensor kernels = grey ? weights.sum(new long[] {1}, true, new ScalarTypeOptional()) : weights;
        long[] one = {1};
        return torch.conv2d(values, kernels, biases(name), one, new long[] {0}, one, 1);
    }

    @Override
    public Tensor maximumPool(String name, Tensor values, int side) {
        return torch.max_pool2d(values, side, side);
    }

    @Override
    public Tensor activation(String name, Tensor values, Activation activation) {
        return activation.apply(values);
    }

    @Override
    public Tensor flattened(Tensor values) {
        return values.permute(0, 2, 3, 1).reshape(values.size(0), -1);
    }

    @Override
    public Tensor dense(String name, Tensor values, int outputs) {
        return torch.linear(values, weights(name), biases(name));
    }

    @Override
    public Tensor together(String name, Tensor first, Tensor second) {
        return torch.cat(new TensorVector(first, second), 1);
    }

    @Override
    public Tensor dropout(DropoutPlace place, Tensor values) {
        return dropout.map(choice -> choice.apply(place, values)).orElse(values);
    }

    private Tensor weights(String name) {
        return parameters.get(ParameterShape.weightsOf(name));
    }

    private TensorOptional biases(String name) {
        return new TensorOptional(parameters.get(ParameterShape.biasesOf(name)));
    }
}
