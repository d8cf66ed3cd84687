package org.emotionstream.training.network;

import java.util.List;

/**
 * What a network is made of, described once: its parameters, its libtorch form and its ONNX graph all follow from
 * {@link #logits}. From a tile of 100 x 100 pixels and 33 components to nine classes.
 */
public interface Architecture {
    /** Planes that the first convolution sees: 3. A grey tile fills all of them. */
    int PLANES = 3;

    /** The name in releases and topics: model-1 to model-4. */
    String label();

    /**
     * Puts the layers together.
     *
     * @param <V> what a layer gives: its shape, a tensor, or the name of a node
     * @return what the softmax takes: nine numbers
     */
    <V> V logits(Layers<V> layers);

    /**
     * Every learned tensor in the order in which they are stored, which is that of {@link #logits}: weights and biases of
     * convolutions {@code [filters][planes][height][width]} and of dense layers {@code [outputs][inputs]}.
     */
    default List<ParameterShape> parameters() {
        return ShapeLayers.parameters(this);
    }

    /** How many numbers the network learns. */
    default int parameterCount() {
        return parameters().stream().mapToInt(ParameterShape::count).sum();
    }
}
