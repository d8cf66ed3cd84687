package org.emotionstream.paper.recipe;

import java.util.Arrays;
import org.emotionstream.contract.Tile;

/**
 * The three planes of a tile. Of a grey picture they are equal byte for byte; one is then kept, a third of the
 * memory, and copied when a network wants three: it sees the very same numbers.
 */
final class Planes {
    /** What a network sees of a tile: 30,000 bytes. */
    static final int BYTES = 3 * Tile.PLANE_BYTES;

    private Planes() {}

    /** The same tile; of one plane when all three are equal. */
    static Tile compact(Tile tile) {
        byte[] pixels = tile.toBytes();
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != pixels[i % Tile.PLANE_BYTES]) {
                return tile;
            }
        }
        return Tile.owning(Arrays.copyOf(pixels, Tile.PLANE_BYTES));
    }

    /** Writes the tile's three planes, {@code uint8[3][100][100]}, from {@code offset} on. */
    static void copy(Tile tile, byte[] target, int offset) {
        int own = tile.channels() * Tile.PLANE_BYTES;
        for (int from = 0; from < BYTES; from += own) {
            tile.pixels().get(target, offset + from, own);
        }
    }
}
