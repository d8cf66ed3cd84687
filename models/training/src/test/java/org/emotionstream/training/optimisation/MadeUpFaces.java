package org.emotionstream.training.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Tile;

/** Samples that tests make themselves: noise, with a bright spot and a component that tell the class. */
public final class MadeUpFaces {
    private MadeUpFaces() {}

    /** So many samples, the classes in turn; same seed, same samples. */
    public static List<Sample> of(int count, long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Emotion emotion = Emotion.values()[i % Emotion.COUNT];
            FeatureVector components = components(random, emotion);
            samples.add(
                    new Sample(tile(random, emotion), components, components, emotion, certain(emotion), List.of()));
        }
        return samples;
    }

    /** All votes for one class. */
    public static EmotionDistribution certain(Emotion emotion) {
        float[] shares = new float[Emotion.COUNT];
        shares[emotion.ordinal()] = 1;
        return EmotionDistribution.of(shares);
    }

    private static Tile tile(Random random, Emotion emotion) {
        byte[] pixels = new byte[Tile.PLANE_BYTES];
        random.nextBytes(pixels);
        for (int y = 0; y < 20; y++) {
            int row = (10 * emotion.ordinal() + y) * Tile.SIDE;
            Arrays.fill(pixels, row + 30, row + 70, (byte) 255);
        }
        return Tile.owning(pixels);
    }

    private static FeatureVector components(Random random, Emotion emotion) {
        float[] components = new float[FeatureVector.COMPONENTS];
        for (int i = 0; i < components.length; i++) {
            components[i] = (float) random.nextGaussian();
        }
        components[emotion.ordinal()] += 2;
        return FeatureVector.of(components);
    }
}
