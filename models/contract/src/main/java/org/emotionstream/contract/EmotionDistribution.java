package org.emotionstream.contract;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Nine probabilities in the ordinal order of {@link Emotion}, each in [0, 1], their sum 1 within
 * {@link #TOLERANCE}. Immutable.
 */
public final class EmotionDistribution {
    /** How far the sum of the nine may be from 1: nine roundings of 32-bit floats, with headroom. */
    public static final double TOLERANCE = 1e-5;

    /** Bytes of {@link #toBytes()}: 36. */
    public static final int BYTES = Emotion.COUNT * Float.BYTES;

    private final float[] probabilities;

    private EmotionDistribution(float[] probabilities) {
        double sum = 0;
        for (float probability : probabilities) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("no probabilities: " + Arrays.toString(probabilities));
            }
            sum += probability;
        }
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new IllegalArgumentException(
                    "the probabilities sum to " + sum + ", not to 1: " + Arrays.toString(probabilities));
        }
        this.probabilities = probabilities;
    }

    /**
     * @param probabilities {@code float[9]}, copied
     * @throws IllegalArgumentException when these are not nine probabilities that sum to 1
     */
    public static EmotionDistribution of(float[] probabilities) {
        if (probabilities.length != Emotion.COUNT) {
            throw new IllegalArgumentException(
                    "a distribution has " + Emotion.COUNT + " probabilities, here are " + probabilities.length);
        }
        return new EmotionDistribution(probabilities.clone());
    }

    /** All of it in one class. */
    public static EmotionDistribution certain(Emotion emotion) {
        float[] probabilities = new float[Emotion.COUNT];
        probabilities[emotion.ordinal()] = 1;
        return new EmotionDistribution(probabilities);
    }

    /** The distribution of {@link #toBytes()}: 36 bytes from the buffer's position to its limit, which it keeps. */
    public static EmotionDistribution ofBytes(ByteBuffer bytes) {
        return new EmotionDistribution(PackedFloats.unpack(bytes, Emotion.COUNT, "a distribution"));
    }

    /** The probability of this class, in [0, 1]. */
    public float probability(Emotion emotion) {
        return probabilities[emotion.ordinal()];
    }

    /** The probability of the class with this ordinal number. */
    float at(int ordinal) {
        return probabilities[ordinal];
    }

    /** The most probable class; of equals, the first in ordinal order. */
    public Emotion mostProbable() {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return Emotion.values()[best];
    }

    /** The probability of the most probable class, in [1/9, 1]. */
    public float confidence() {
        return probability(mostProbable());
    }

    /** The probability of the most probable class less that of the second, in [0, 1]. */
    public float margin() {
        float[] sorted = toArray();
        Arrays.sort(sorted);
        return sorted[Emotion.COUNT - 1] - sorted[Emotion.COUNT - 2];
    }

    /** The total variation: half the sum of the absolute differences of the nine probabilities, in [0, 1]. */
    public double totalVariation(EmotionDistribution other) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += Math.abs((double) probabilities[i] - other.probabilities[i]);
        }
        return sum / 2;
    }

    /** {@code float[9]}, a copy. */
    public float[] toArray() {
        return probabilities.clone();
    }

    /** Nine big-endian 32-bit floats: 36 bytes, a new array. */
    public byte[] toBytes() {
        return PackedFloats.pack(probabilities);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmotionDistribution distribution
                && Arrays.equals(probabilities, distribution.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return "EmotionDistribution" + Arrays.toString(probabilities);
    }
}
