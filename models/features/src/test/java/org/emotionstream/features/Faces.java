package org.emotionstream.features;

import java.util.Random;
import org.emotionstream.contract.Landmarks;

/** Faces for tests: landmarks that are all apart from each other. */
final class Faces {
    private Faces() {}

    /** 68 points on a grid, jittered by less than its step: no face, but no two points coincide. */
    static int[] coordinates(long seed) {
        Random random = new Random(seed);
        int[] coordinates = new int[2 * Landmarks.COUNT];
        for (int i = 0; i < Landmarks.COUNT; i++) {
            coordinates[2 * i] = 12 * (i % 9) + random.nextInt(6);
            coordinates[2 * i + 1] = 12 * (i / 9) + random.nextInt(6);
        }
        return coordinates;
    }

    static Landmarks of(long seed) {
        return Landmarks.of(coordinates(seed));
    }

    /** The face with landmark {@code index} moved to x, y. */
    static Landmarks moved(int[] coordinates, int index, int x, int y) {
        int[] copy = coordinates.clone();
        copy[2 * index] = x;
        copy[2 * index + 1] = y;
        return Landmarks.of(copy);
    }

    static RawFeatures measured(Landmarks face) {
        return (RawFeatures) FeatureMeasurer.measure(face);
    }
}
