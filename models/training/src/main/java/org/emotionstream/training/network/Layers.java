package org.emotionstream.training.network;

/**
 * The layers that an {@link Architecture} is put together from. Names are those of the ONNX nodes; a layer that learns has
 * the tensors {@code NAME.weights} and {@code NAME.biases}.
 *
 * @param <V> what a layer gives: its shape, a tensor, or the name of a node
 */
public interface Layers<V> {
    /** Where training leaves some values out. */
    enum DropoutPlace {
        /** The picture, before its dense layer. */
        BEFORE_PICTURE_LAYER,
        /** What the dense layers of picture and components give together. */
        AFTER_PICTURE_LAYER
    }

    /** The picture: three planes, or one that fills all three; scaled. */
    V planes();

    /** The 33 components. */
    V components();

    /** Kernels of this side at every place, without padding. */
    V convolution(String name, V values, int filters, int kernel);

    /** The highest of each square of this side. */
    V maximumPool(String name, V values, int side);

    /** A function of each number. */
    V activation(String name, V values, Activation activation);

    /** All numbers of a picture in the order height, width, channel, as in Keras. */
    V flattened(V values);

    /** All inputs to each output. */
    V dense(String name, V values, int outputs);

    /** The numbers of the first, then those of the second. */
    V together(String name, V first, V second);

    /** In training, leaves out a share of the values. */
    V dropout(DropoutPlace place, V values);
}
