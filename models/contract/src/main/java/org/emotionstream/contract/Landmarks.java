package org.emotionstream.contract;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The 68 landmarks of one face in the order of iBUG 300-W (0 to 16 jaw, 17 to 26 brows, 27 to 35 nose,
 * 36 to 47 eyes, 48 to 67 mouth), in whole pixels of the tile: origin top left, x right, y down. A point
 * may lie outside of the tile. Immutable.
 */
public final class Landmarks {
    /** How many points there are: 68. */
    public static final int COUNT = 68;

    /** Bytes of {@link #toBytes()}: 272. */
    public static final int BYTES = COUNT * 2 * Short.BYTES;

    private final short[] coordinates;

    private Landmarks(short[] coordinates) {
        this.coordinates = coordinates;
    }

    /**
     * @param coordinates x and y of each point in turn: {@code int[136]}, pixels of the tile
     * @throws IllegalArgumentException when these are not 136 numbers of 16 bits
     */
    public static Landmarks of(int[] coordinates) {
        if (coordinates.length != 2 * COUNT) {
            throw new IllegalArgumentException(
                    "a face has " + 2 * COUNT + " coordinates (68 pairs x, y), here are " + coordinates.length);
        }
        short[] copy = new short[coordinates.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (short) coordinates[i];
            if (copy[i] != coordinates[i]) {
                throw new IllegalArgumentException("coordinate " + i + " does not fit 16 bits: " + coordinates[i]);
            }
        }
        return new Landmarks(copy);
    }

    /**
     * The points of {@link #toBytes()}.
     *
     * @param bytes 272 bytes from its position to its limit, which it keeps
     * @throws IllegalArgumentException when these are not 272 bytes
     */
    public static Landmarks ofBytes(ByteBuffer bytes) {
        if (bytes.remaining() != BYTES) {
            throw new IllegalArgumentException("68 points take " + BYTES + " bytes, here are " + bytes.remaining());
        }
        short[] coordinates = new short[2 * COUNT];
        bytes.duplicate().asShortBuffer().get(coordinates);
        return new Landmarks(coordinates);
    }

    /** x of point {@code index} (0 to 67), in pixels of the tile, to the right. */
    public int x(int index) {
        return coordinates[2 * index];
    }

    /** y of point {@code index} (0 to 67), in pixels of the tile, downwards. */
    public int y(int index) {
        return coordinates[2 * index + 1];
    }

    /** 68 pairs x, y of signed 16-bit big-endian integers: 272 bytes, a new array. */
    public byte[] toBytes() {
        byte[] bytes = new byte[BYTES];
        ByteBuffer.wrap(bytes).asShortBuffer().put(coordinates);
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Landmarks landmarks && Arrays.equals(coordinates, landmarks.coordinates);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(coordinates);
    }

    @Override
    public String toString() {
        return "Landmarks" + Arrays.toString(coordinates);
    }
}
