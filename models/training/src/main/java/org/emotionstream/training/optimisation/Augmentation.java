package org.emotionstream.training.optimisation;

import java.util.List;
import java.util.SplittableRandom;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Tile;

/**
 * Changes that leave the emotion as it is: some samples come in one of their other guises, half of the
 * tiles are mirrored, with the components of the mirrored landmarks, and all are shifted by a few pixels,
 * borders replicated. Components do not change when a face is shifted: they rest on angles and ratios.
 */
final class Augmentation {
    private final SplittableRandom random;
    private final double disguised;
    private final double mirrored;
    private final int jitter;

    Augmentation(long seed, double disguised, double mirrored, int jitter) {
        this.random = new SplittableRandom(seed);
        this.disguised = disguised;
        this.mirrored = mirrored;
        this.jitter = jitter;
    }

    Batch apply(List<Sample> samples) {
        byte[] pixels = new byte[samples.size() * Tile.PLANE_BYTES];
        float[] components = new float[samples.size() * FeatureVector.COMPONENTS];
        byte[] plane = new byte[Tile.PLANE_BYTES];
        for (int i = 0; i < samples.size(); i++) {
            Sample.Guise guise = guise(samples.get(i));
            boolean mirror = random.nextDouble() < mirrored;
            guise.pixels().get().get(plane, 0, Tile.PLANE_BYTES);
            changed(plane, mirror, shift(), shift(), pixels, i * Tile.PLANE_BYTES);
            Batch.copy(mirror ? guise.mirroredComponents() : guise.components(), components, i);
        }
        return Batch.of(pixels, 1, components);
    }

    private Sample.Guise guise(Sample sample) {
        List<Sample.Guise> others = sample.guises();
        boolean disguise = random.nextDouble() < disguised;
        int which = others.isEmpty() ? 0 : random.nextInt(others.size());
        return disguise && !others.isEmpty() ? others.get(which) : sample.asServed();
    }

    private int shift() {
        return random.nextInt(-jitter, jitter + 1);
    }

    /** Writes the plane, shifted right and down by so many pixels and then mirrored, at this offset. */
    static void changed(byte[] plane, boolean mirror, int right, int down, byte[] target, int offset) {
        for (int y = 0; y < Tile.SIDE; y++) {
            int row = Math.max(0, Math.min(Tile.SIDE - 1, y - down)) * Tile.SIDE;
            for (int x = 0; x < Tile.SIDE; x++) {
                int from = Math.max(0, Math.min(Tile.SIDE - 1, x - right));
                int to = mirror ? Tile.SIDE - 1 - x : x;
                target[offset + y * Tile.SIDE + to] = plane[row + from];
            }
        }
    }
}
