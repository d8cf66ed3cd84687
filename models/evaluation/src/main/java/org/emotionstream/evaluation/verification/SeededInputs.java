package org.emotionstream.evaluation.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;
import org.emotionstream.features.FeatureMeasurer;
import org.emotionstream.features.RawFeatures;

/**
 * Inputs that anybody can draw again: the same seed gives the same on every machine, since {@link Random} is
 * specified to the bit and what is computed with it uses {@link StrictMath}. A recording holds the seed alone.
 */
final class SeededInputs {
    private static final int NOISE = 64;

    private final long seed;
    private final int count;

    SeededInputs(long seed, int count) {
        this.seed = seed;
        this.count = count;
    }

    /** Tiles of slopes, other in each plane, under noise. */
    List<Tile> tiles(int channels) {
        Random random = new Random(seed);
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] pixels = new byte[channels * Tile.PLANE_BYTES];
            for (int channel = 0; channel < channels; channel++) {
                drawPlane(random, pixels, channel * Tile.PLANE_BYTES);
            }
            tiles.add(Tile.owning(pixels));
        }
        return tiles;
    }

    private static void drawPlane(Random random, byte[] pixels, int offset) {
        int base = random.nextInt(256);
        int right = random.nextInt(5) - 2;
        int down = random.nextInt(5) - 2;
        for (int y = 0; y < Tile.SIDE; y++) {
            for (int x = 0; x < Tile.SIDE; x++) {
                int value = base + right * x + down * y + random.nextInt(NOISE);
                pixels[offset + y * Tile.SIDE + x] = (byte) Math.min(255, Math.max(0, value));
            }
        }
    }

    /** Components of variance 1. */
    List<FeatureVector> components() {
        Random random = new Random(seed + 1);
        List<FeatureVector> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] components = new float[FeatureVector.COMPONENTS];
            for (int component = 0; component < components.length; component++) {
                components[component] = (float) random.nextGaussian();
            }
            vectors.add(FeatureVector.of(components));
        }
        return vectors;
    }

    /** Landmarks on a spiral, each a little off; every feature of them can be measured. */
    List<RawFeatures> features() {
        Random random = new Random(seed + 2);
        List<RawFeatures> faces = new ArrayList<>();
        while (faces.size() < count) {
            if (FeatureMeasurer.measure(spiral(random)) instanceof RawFeatures features) {
                faces.add(features);
            }
        }
        return faces;
    }

    private static Landmarks spiral(Random random) {
        int[] coordinates = new int[2 * Landmarks.COUNT];
        for (int point = 0; point < Landmarks.COUNT; point++) {
            double angle = 0.7 * point;
            double radius = 10 + 0.5 * point;
            coordinates[2 * point] = 50 + (int) (radius * StrictMath.cos(angle)) + random.nextInt(7) - 3;
            coordinates[2 * point + 1] = 50 + (int) (radius * StrictMath.sin(angle)) + random.nextInt(7) - 3;
        }
        return Landmarks.of(coordinates);
    }
}
