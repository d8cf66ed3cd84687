package org.emotionstream.landmarks;

import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;

/** One face that was detected. */
public sealed interface Face {
    /** Where it is, in pixels of the upright picture; may reach beyond it. */
    BoundingBox box();

    /** How sure the detector is, at least the release's threshold; seldom above 4. */
    float score();

    /** What of the picture its tile shows. */
    TileArea area();

    /**
     * A face with its tile and landmarks.
     *
     * @param tile the picture of the face that the networks see
     * @param landmarks 68 points in pixels of the tile
     */
    record Measured(BoundingBox box, float score, TileArea area, Tile tile, Landmarks landmarks) implements Face {}

    /**
     * A face whose tile or landmarks could not be made.
     *
     * @param reason what failed
     */
    record Failed(BoundingBox box, float score, TileArea area, String reason) implements Face {}
}
