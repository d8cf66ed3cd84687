package org.emotionstream.training.optimisation;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Tile;

/**
 * One face to learn from.
 *
 * @param tile its picture, grey
 * @param components its 33 components
 * @param mirroredComponents those of its mirrored landmarks
 * @param label its class
 * @param target what people saw in it: the share of votes for each class
 * @param guises the same face as it might also have come: other boxes, worse pictures; for learning only
 */
public record Sample(
        Tile tile,
        FeatureVector components,
        FeatureVector mirroredComponents,
        Emotion label,
        EmotionDistribution target,
        List<Guise> guises) {
    /**
     * The same face in another guise.
     *
     * @param pixels of its tile there, laid out as in {@link Tile#pixels()}: a new view at each call, so that
     *     tiles may stay on disk
     * @param components its components there
     * @param mirroredComponents those of its mirrored landmarks
     */
    public record Guise(Supplier<ByteBuffer> pixels, FeatureVector components, FeatureVector mirroredComponents) {}

    public Sample {
        guises = List.copyOf(guises);
    }

    /** The guise that serving sees. */
    Guise asServed() {
        return new Guise(tile::pixels, components, mirroredComponents);
    }
}
