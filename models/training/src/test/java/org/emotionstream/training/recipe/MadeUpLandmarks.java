package org.emotionstream.training.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.features.FeatureMeasurer;
import org.emotionstream.features.RawFeatures;

/** Landmarks that tests make up: 68 points on a spiral, each a little off; measurable, and so in the mirror. */
public final class MadeUpLandmarks {
    private MadeUpLandmarks() {}

    /** So many faces; same seed, same faces. */
    public static List<Landmarks> of(int count, long seed) {
        Random random = new Random(seed);
        List<Landmarks> faces = new ArrayList<>();
        while (faces.size() < count) {
            Landmarks face = face(random);
            if (Stream.of(face, MirroredLandmarks.of(face))
                    .allMatch(landmarks -> FeatureMeasurer.measure(landmarks) instanceof RawFeatures)) {
                faces.add(face);
            }
        }
        return faces;
    }

    private static Landmarks face(Random random) {
        int[] coordinates = new int[2 * Landmarks.COUNT];
        for (int point = 0; point < Landmarks.COUNT; point++) {
            double angle = point * 0.7;
            double radius = 10 + 0.5 * point;
            coordinates[2 * point] = (int) (50 + radius * Math.cos(angle) + 3 * random.nextGaussian());
            coordinates[2 * point + 1] = (int) (50 + radius * Math.sin(angle) + 3 * random.nextGaussian());
        }
        return Landmarks.of(coordinates);
    }
}
