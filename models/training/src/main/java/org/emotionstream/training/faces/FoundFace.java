package org.emotionstream.training.faces;

import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;
import org.emotionstream.landmarks.Face;

/**
 * The best face of a picture, as serving sees it.
 *
 * @param tile the picture of the face that the networks see
 * @param landmarks 68 points in pixels of the tile
 * @param faceSide the longer side of the detector's box, in pixels of the picture
 * @param score the detector's
 */
public record FoundFace(Tile tile, Landmarks landmarks, float faceSide, float score) {
    /** What training keeps of a face that serving's first step has measured. */
    public static FoundFace of(Face.Measured face) {
        BoundingBox box = face.box();
        return new FoundFace(face.tile(), face.landmarks(), Math.max(box.width(), box.height()), face.score());
    }
}
