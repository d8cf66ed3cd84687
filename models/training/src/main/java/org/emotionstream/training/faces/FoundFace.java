package org.emotionstream.training.faces;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;
import org.emotionstream.landmarks.Face;

/**
 * The best face of a picture, as serving sees it. Of one that is on disk the numbers are here, and its tile is read
 * when it is asked for: by any thread, as long as its {@link FoundFaces} are open.
 *
 * @param landmarks 68 points in pixels of the tile
 * @param faceSide the longer side of the detector's box, in pixels of the picture
 * @param score the detector's
 * @param reading gives the bytes of the tile, see {@link #pixels()}
 */
public record FoundFace(Landmarks landmarks, float faceSide, float score, Supplier<ByteBuffer> reading) {
    /** What training keeps of a face that serving's first step has measured. */
    public static FoundFace of(Face.Measured face) {
        return new FoundFace(face.landmarks(), face.box().longerSide(), face.score(), face.tile()::pixels);
    }

    /**
     * The bytes of the tile, {@code uint8[channels][100][100]} as {@link Tile} lays them out: read-only, from
     * the buffer's position to its limit; where possible the file itself, mapped into memory, and no copy.
     */
    public ByteBuffer pixels() {
        return reading.get();
    }

    /** The tile, newly read; nobody else holds it. */
    public Tile tile() {
        return Tile.copyOf(pixels());
    }
}
