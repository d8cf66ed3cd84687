package org.emotionstream.features;

import java.util.Arrays;

/**
 * The 2,249 features of one face in the order of {@link FeatureLayout#names()}: five ratios (no unit, 0 or
 * more), then angles in radians, in [0, pi]. All finite. Immutable.
 */
public final class RawFeatures implements RawMeasurement {
    private final double[] values;

    /** Of these very numbers, which the caller gives away. */
    RawFeatures(double[] values) {
        this.values = values;
    }

    /** The feature at this position, 0 to 2,248. */
    public double get(int index) {
        return values[index];
    }

    /** {@code double[2249]}, a copy. */
    public double[] toArray() {
        return values.clone();
    }

    /** Copies the features into {@code target} from {@code offset} on: a row of a training matrix. */
    public void copyTo(double[] target, int offset) {
        System.arraycopy(values, 0, target, offset, values.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawFeatures features && Arrays.equals(values, features.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "RawFeatures" + Arrays.toString(values);
    }
}
