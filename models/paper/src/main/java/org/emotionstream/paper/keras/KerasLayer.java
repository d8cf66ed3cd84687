package org.emotionstream.paper.keras;

import java.util.List;

/**
 * The weights of one layer, as they stand in a file.
 *
 * @param name that Keras has given the layer, for example {@code conv2d_7}
 * @param tensors kernel, then bias; none for a layer that learns nothing
 */
record KerasLayer(String name, List<KerasTensor> tensors) {
    KerasLayer {
        tensors = List.copyOf(tensors);
    }

    /** Dimensions of the first tensor: 4 for a convolution, 2 for a dense layer. */
    int rank() {
        return tensors.get(0).shape().size();
    }

    /** What the kernel takes: planes of a convolution, inputs of a dense layer. */
    int inputs() {
        return tensors.get(0).shape().get(rank() - 2);
    }

    /** What the kernel gives: filters of a convolution, units of a dense layer. */
    int outputs() {
        return tensors.get(0).shape().get(rank() - 1);
    }
}
