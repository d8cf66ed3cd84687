package org.emotionstream.paper.keras;

/** Keras's order of numbers into ours. */
final class Layout {
    private Layout() {}

    /** Of a convolution's kernel: {@code [height][width][planes][filters]} to {@code [filters][planes][height][width]}. */
    static float[] kernel(float[] keras, int height, int width, int planes, int filters) {
        float[] ours = new float[keras.length];
        int from = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int plane = 0; plane < planes; plane++) {
                    for (int filter = 0; filter < filters; filter++) {
                        ours[((filter * planes + plane) * height + y) * width + x] = keras[from++];
                    }
                }
            }
        }
        return ours;
    }

    /** Of a dense layer's kernel: {@code [inputs][outputs]} to {@code [outputs][inputs]}. */
    static float[] dense(float[] keras, int inputs, int outputs) {
        float[] ours = new float[keras.length];
        for (int input = 0; input < inputs; input++) {
            for (int output = 0; output < outputs; output++) {
                ours[output * inputs + input] = keras[input * outputs + output];
            }
        }
        return ours;
    }

    /** {@code [inputs][outputs]} with the first so many inputs moved behind the others. */
    static float[] firstInputsLast(float[] keras, int first, int outputs) {
        float[] moved = new float[keras.length];
        int split = first * outputs;
        System.arraycopy(keras, split, moved, 0, keras.length - split);
        System.arraycopy(keras, 0, moved, keras.length - split, split);
        return moved;
    }

    /** {@code [filters][planes][height][width]} with the planes in the opposite order: red, green, blue to blue, green, red. */
    static float[] planesReversed(float[] kernel, int filters, int planes) {
        int plane = kernel.length / (filters * planes);
        float[] reversed = new float[kernel.length];
        for (int filter = 0; filter < filters; filter++) {
            for (int i = 0; i < planes; i++) {
                int from = (filter * planes + i) * plane;
                int to = (filter * planes + planes - 1 - i) * plane;
                System.arraycopy(kernel, from, reversed, to, plane);
            }
        }
        return reversed;
    }
}
