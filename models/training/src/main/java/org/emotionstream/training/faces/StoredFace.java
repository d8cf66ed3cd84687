package org.emotionstream.training.faces;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;

/**
 * A face that is on disk: its numbers are here, its tile is read when it is asked for. Safe for use by many
 * threads as long as its {@link FoundFaces} are open.
 */
public final class StoredFace {
    private final Landmarks landmarks;
    private final float faceSide;
    private final float score;
    private final Supplier<ByteBuffer> tile;

    StoredFace(Landmarks landmarks, float faceSide, float score, Supplier<ByteBuffer> tile) {
        this.landmarks = landmarks;
        this.faceSide = faceSide;
        this.score = score;
        this.tile = tile;
    }

    /** A face that is not on disk at all. */
    public static StoredFace of(FoundFace face) {
        return new StoredFace(face.landmarks(), face.faceSide(), face.score(), () -> face.tile()
                .pixels());
    }

    /** 68 points in pixels of the tile. */
    public Landmarks landmarks() {
        return landmarks;
    }

    /** The longer side of the detector's box, in pixels of the picture. */
    public float faceSide() {
        return faceSide;
    }

    /** The detector's. */
    public float score() {
        return score;
    }

    /** The tile, newly read; nobody else holds it. */
    public Tile tile() {
        return Tile.copyOf(tile.get());
    }

    /**
     * The bytes of the tile, {@code uint8[channels][100][100]} as {@link Tile} lays them out: read-only, from
     * the buffer's position to its limit; where possible the file itself, mapped into memory, and no copy.
     * Not to be used after its {@link FoundFaces} are closed.
     */
    public ByteBuffer pixels() {
        return tile.get();
    }

    /** All of it, on the heap. */
    public FoundFace toFoundFace() {
        return new FoundFace(tile(), landmarks, faceSide, score);
    }
}
