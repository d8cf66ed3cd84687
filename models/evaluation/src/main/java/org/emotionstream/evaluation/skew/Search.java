package org.emotionstream.evaluation.skew;

import java.util.OptionalDouble;
import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.landmarks.LandmarkSettings;

/**
 * How a picture is searched, as far as that varies.
 *
 * @param smallestFace the operator's choice, in pixels
 * @param threshold least detector score, in frames and face pictures alike; empty for the release's own two
 */
record Search(int smallestFace, OptionalDouble threshold) {
    /** As a service searches when nothing is set. */
    static final Search USUAL = new Search(LandmarkSettings.DEFAULT.smallestFace(), OptionalDouble.empty());

    static Search smallestFace(int pixels) {
        return new Search(pixels, OptionalDouble.empty());
    }

    static Search threshold(double threshold) {
        return new Search(USUAL.smallestFace, OptionalDouble.of(threshold));
    }

    /** The release's settings, with this threshold where there is one. */
    TileSettings of(TileSettings tile) {
        if (threshold.isEmpty()) {
            return tile;
        }
        return new TileSettings(
                tile.policy(),
                tile.size(),
                tile.colour(),
                tile.interpolation(),
                tile.margin(),
                threshold.getAsDouble(),
                threshold.getAsDouble());
    }
}
