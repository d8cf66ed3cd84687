package org.emotionstream.paper.keras;

import java.util.List;

/**
 * One array of weights as Keras has stored it: row-major, in Keras's order of dimensions (a convolution's
 * kernel {@code [height][width][planes][filters]}, a dense layer's {@code [inputs][outputs]}, a bias
 * {@code [outputs]}). Immutable.
 */
final class KerasTensor {
    private final String path;
    private final List<Integer> shape;
    private final float[] values;

    /**
     * @param path of the data set in its file
     * @param values as many as the shape holds, copied
     */
    KerasTensor(String path, List<Integer> shape, float[] values) {
        int count = shape.stream().reduce(1, Math::multiplyExact);
        if (count != values.length) {
            throw new IllegalArgumentException(
                    path + " has the shape " + shape + ", which is " + count + " numbers, and holds " + values.length);
        }
        this.path = path;
        this.shape = List.copyOf(shape);
        this.values = values.clone();
    }

    String path() {
        return path;
    }

    List<Integer> shape() {
        return shape;
    }

    /** The numbers, a copy. */
    float[] values() {
        return values.clone();
    }

    @Override
    public String toString() {
        return path + " " + shape;
    }
}
