package org.emotionstream.training.faces;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;

/** Faces and keys that tests make; same number, same face. */
final class MadeUpFaces {
    private static final FaceKeys KEYS = new FaceKeys(List.of("test"));

    private MadeUpFaces() {}

    static FaceKey key(int number) {
        return KEYS.key(new byte[] {(byte) (number >> 8), (byte) number}, 0);
    }

    static FoundFace face(int number, int channels) {
        Random random = new Random(number);
        byte[] tile = new byte[channels * Tile.PLANE_BYTES];
        random.nextBytes(tile);
        int[] points = random.ints(2 * Landmarks.COUNT, -20, 130).toArray();
        return new FoundFace(Landmarks.of(points), number + 0.5f, -number / 8f, Tile.owning(tile)::pixels);
    }

    static Optional<FoundFace> found(int number) {
        return number % 5 == 4 ? Optional.empty() : Optional.of(face(number, 1));
    }
}
