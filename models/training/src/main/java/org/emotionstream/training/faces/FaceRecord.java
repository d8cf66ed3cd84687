package org.emotionstream.training.faces;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;

/**
 * One record of the file: the key (32 bytes), whether a face was found (1 byte), and if so the longer side
 * of its box and its score (float32 each), its landmarks (272 bytes) and its tile (10,000 or 30,000 bytes);
 * all big-endian.
 */
final class FaceRecord {
    private static final byte NOTHING = 0;
    private static final byte FOUND = 1;

    /** Bytes without a face. */
    static final int SMALLEST = FaceKey.BYTES + 1;

    /** Bytes of a face before its tile. */
    static final int HEAD = SMALLEST + 2 * Float.BYTES + Landmarks.BYTES;

    /** Bytes of a face with a tile of three planes. */
    static final int LARGEST = HEAD + 3 * Tile.PLANE_BYTES;

    private FaceRecord() {}

    static byte[] write(FaceKey key, Optional<FoundFace> found) {
        int size = found.map(face -> HEAD + face.pixels().remaining()).orElse(SMALLEST);
        ByteBuffer bytes = ByteBuffer.allocate(size);
        key.write(bytes);
        bytes.put(found.isPresent() ? FOUND : NOTHING);
        found.ifPresent(face -> bytes.putFloat(face.faceSide())
                .putFloat(face.score())
                .put(face.landmarks().toBytes())
                .put(face.pixels()));
        return bytes.array();
    }

    /** Whether a record of these bytes says that a face was found. */
    static boolean isFound(ByteBuffer bytes) {
        return bytes.get(bytes.position() + FaceKey.BYTES) == FOUND;
    }
}
