package org.emotionstream.training.network;

import java.util.SplittableRandom;

/**
 * How weights begin: evenly between -limit and limit, {@code limit = sqrt(6 / (fan in + fan out))} (Glorot
 * and Bengio 2010), Keras's default; biases begin at zero. Same seed, same weights.
 */
public final class GlorotUniform {
    private final SplittableRandom random;

    public GlorotUniform(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The first numbers of a tensor of this shape, row-major. */
    public float[] values(ParameterShape shape) {
        float[] values = new float[shape.count()];
        if (!shape.isBias()) {
            double limit = Math.sqrt(6.0 / shape.fans());
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextDouble(-limit, limit);
            }
        }
        return values;
    }
}
