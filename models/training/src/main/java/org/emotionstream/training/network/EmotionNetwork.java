package org.emotionstream.training.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * One of the four networks in libtorch. Not safe for use by two threads at once; two networks may train in
 * two threads. The tensors that {@link #logits} makes belong to the caller's {@link Scoped} work.
 */
public final class EmotionNetwork implements AutoCloseable {
    private final Architecture architecture;
    private final PictureScaling scaling;
    private final List<Tensor> parameters = new ArrayList<>();
    private final Map<String, Tensor> byName = new HashMap<>();

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
        Scoped.run(() -> {
            Tensor parameter = Tensors.parameter(values, shape);
            parameters.add(parameter);
            byName.put(shape.name(), parameter);
        });
    }

    /** What it is made of. */
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
        Tensor scaled = planes.mul(new Scalar(scaling.scale())).add_(new Scalar(scaling.shift()));
        return architecture.logits(new TensorLayers(scaled, components, dropout, byName));
    }

    @Override
    public void close() {
        parameters.forEach(Tensor::releaseReference);
        parameters.clear();
        byName.clear();
    }
}
