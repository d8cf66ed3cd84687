package org.emotionstream.training.network;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * One of the four networks in libtorch. Not safe for use by two threads at once; two networks may train in
 * two threads. The tensors that {@link #logits} makes belong to the caller's {@link Scoped} work.
 */
public final class EmotionNetwork implements AutoCloseable {
    private final Architecture architecture;
    private final PictureScaling scaling;
    private final List<Tensor> parameters = new ArrayList<>();

    /** A network with fresh weights: Glorot uniform, biases zero. Same seed, same weights. */
    public EmotionNetwork(Architecture architecture, PictureScaling scaling, long seed) {
        this.architecture = architecture;
        this.scaling = scaling;
        GlorotUniform glorot = new GlorotUniform(seed);
        architecture.parameters().forEach(shape -> add(glorot.values(shape), shape));
    }

    /**
     * A network with these weights.
     *
     * @param scaling what it makes of a byte
     * @param weights one array a tensor of {@link Architecture#parameters()}, row-major
     */
    public EmotionNetwork(Architecture architecture, PictureScaling scaling, List<float[]> weights) {
        this.architecture = architecture;
        this.scaling = scaling;
        Iterator<float[]> values = weights.iterator();
        architecture.parameters().forEach(shape -> add(values.next(), shape));
    }

    private void add(float[] values, ParameterShape shape) {
        if (values.length != shape.count()) {
            throw new IllegalArgumentException(architecture.label() + ": " + shape + " takes " + shape.count()
                    + " numbers, here are " + values.length);
        }
        Scoped.run(() -> parameters.add(Tensors.parameter(values, shape)));
    }

    /** Which of the four this is. */
    public Architecture architecture() {
        return architecture;
    }

    /** What the network makes of a byte. */
    public PictureScaling scaling() {
        return scaling;
    }

    /** The learned tensors in the order of {@link Architecture#parameters()}; they belong to the network. */
    public List<Tensor> parameters() {
        return List.copyOf(parameters);
    }

    /** The numbers of the learned tensors, in the order of {@link Architecture#parameters()}; copies. */
    public List<float[]> weights() {
        return Scoped.compute(() -> parameters.stream().map(Tensors::toArray).toList());
    }

    /**
     * What the softmax takes: {@code float[N][9]}.
     *
     * @param planes of a tile, in [0, 255]: three, or one that fills all three; {@code float[N][1 or 3][100][100]}
     * @param components {@code float[N][33]}
     * @param dropout in training; none when the network is asked for an answer
     */
    public Tensor logits(Tensor planes, Tensor components, Optional<Dropout> dropout) {
        Tensor picture = flattenedPicture(planes);
        picture = dropout.isPresent() ? dropout.get().beforePictureLayer(picture) : picture;
        int dense = 2 * architecture.filters().size();
        Tensor pictureUnits = architecture.pictureActivation().apply(dense(picture, dense));
        Tensor featureUnits = architecture.featureActivation().apply(dense(components, dense + 2));
        Tensor both = torch.cat(new TensorVector(pictureUnits, featureUnits), 1);
        both = dropout.isPresent() ? dropout.get().afterPictureLayer(both) : both;
        return dense(both, dense + 4);
    }

    /**
     * Convolutions, pools and ReLU, flattened in the order height, width, channel (Keras's order). ReLU
     * follows the pool, since the two commute and the pool leaves less to do.
     */
    private Tensor flattenedPicture(Tensor planes) {
        Tensor values = planes.mul(new Scalar(scaling.scale())).add_(new Scalar(scaling.shift()));
        boolean grey = planes.size(1) == 1;
        for (int layer = 0; layer < architecture.filters().size(); layer++) {
            Tensor weights = parameters.get(2 * layer);
            // Three equal planes through three kernels are one plane through their sum.
            Tensor kernels = layer == 0 && grey ? weights.sum(new long[] {1}, true, new ScalarTypeOptional()) : weights;
            values = convolution(values, kernels, parameters.get(2 * layer + 1));
            long pool = architecture.pools().get(layer);
            values = torch.max_pool2d(values, pool, pool).relu();
        }
        return values.permute(0, 2, 3, 1).reshape(values.size(0), architecture.flattened());
    }

    /** Stride 1, no padding. */
    private static Tensor convolution(Tensor values, Tensor kernels, Tensor biases) {
        long[] one = {1};
        return torch.conv2d(values, kernels, new TensorOptional(biases), one, new long[] {0}, one, 1);
    }

    private Tensor dense(Tensor values, int parameter) {
        return torch.linear(values, parameters.get(parameter), new TensorOptional(parameters.get(parameter + 1)));
    }

    @Override
    public void close() {
        parameters.forEach(Tensor::releaseReference);
        parameters.clear();
    }
}
