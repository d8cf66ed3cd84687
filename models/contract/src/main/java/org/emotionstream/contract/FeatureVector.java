package org.emotionstream.contract;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What the networks see of a face besides its tile: the 33 principal components of its standardised
 * features, strongest first. Without unit: multiples of standard deviations. Immutable.
 */
public final class FeatureVector {
    /** How many components there are: 33 (the paper's number; see docs/adr for what they keep). */
    public static final int COMPONENTS = 33;

    private final float[] components;

    private FeatureVector(float[] components) {
        this.components = components;
    }

    /**
     * @param components {@code float[33]}, copied
     * @throws IllegalArgumentException when these are not 33 finite numbers
     */
    public static FeatureVector of(float[] components) {
        if (components.length != COMPONENTS) {
            throw new IllegalArgumentException(
                    "a feature vector has " + COMPONENTS + " components, here are " + components.length);
        }
        return new FeatureVector(finite(components.clone()));
    }

    /** The vector of {@link #toBytes()}: 132 bytes from the buffer's position to its limit, which it keeps. */
    public static FeatureVector ofBytes(ByteBuffer bytes) {
        return new FeatureVector(finite(PackedFloats.unpack(bytes, COMPONENTS, "a feature vector")));
    }

    private static float[] finite(float[] components) {
        for (int i = 0; i < components.length; i++) {
            if (!Float.isFinite(components[i])) {
                throw new IllegalArgumentException("component " + i + " is no number: " + components[i]);
            }
        }
        return components;
    }

    /** {@code float[33]}, a copy. */
    public float[] toArray() {
        return components.clone();
    }

    /** 33 big-endian 32-bit floats: 132 bytes, a new array. */
    public byte[] toBytes() {
        return PackedFloats.pack(components);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureVector vector && Arrays.equals(components, vector.components);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }

    @Override
    public String toString() {
        return "FeatureVector" + Arrays.toString(components);
    }
}
