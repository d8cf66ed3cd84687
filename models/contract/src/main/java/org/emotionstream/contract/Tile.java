package org.emotionstream.contract;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The square picture of one face that the networks see: 100 x 100 pixels, one plane (grey) or three
 * (blue, green, red).
 *
 * <p>Layout: {@code uint8[channels][100][100]}, plane by plane, each row by row from the top, each row
 * from the left. Origin at the top left corner, x to the right, y down. Immutable.
 */
public final class Tile {
    /** Pixels a side. */
    public static final int SIDE = 100;

    /** Bytes a plane: 10,000. */
    public static final int PLANE_BYTES = SIDE * SIDE;

    private final byte[] pixels;

    private Tile(byte[] pixels) {
        if (pixels.length != PLANE_BYTES && pixels.length != 3 * PLANE_BYTES) {
            throw new IllegalArgumentException("a tile has " + PLANE_BYTES + " bytes (grey) or " + 3 * PLANE_BYTES
                    + " (blue, green, red), here are " + pixels.length);
        }
        this.pixels = pixels;
    }

    /**
     * A tile of a copy of these bytes.
     *
     * @param pixels {@code uint8[channels][100][100]}; read from its position to its limit, which it keeps
     * @throws IllegalArgumentException when these are not 10,000 or 30,000 bytes
     */
    public static Tile copyOf(ByteBuffer pixels) {
        byte[] copy = new byte[pixels.remaining()];
        pixels.duplicate().get(copy);
        return new Tile(copy);
    }

    /**
     * A tile of these very bytes, which the caller gives away: whoever writes to them later changes the
     * tile. For the two ends of the pipeline, where a tile has just been made for this purpose.
     *
     * @throws IllegalArgumentException when these are not 10,000 or 30,000 bytes
     */
    public static Tile owning(byte[] pixels) {
        return new Tile(pixels);
    }

    /** 1 (grey) or 3 (blue, green, red). */
    public int channels() {
        return pixels.length / PLANE_BYTES;
    }

    /** The bytes, read-only, in the layout of the class comment; not a copy. */
    public ByteBuffer pixels() {
        return ByteBuffer.wrap(pixels).asReadOnlyBuffer();
    }

    /** The bytes, as a new array in the layout of the class comment. */
    public byte[] toBytes() {
        return pixels.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tile tile && Arrays.equals(pixels, tile.pixels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "Tile[" + channels() + " x " + SIDE + " x " + SIDE + "]";
    }
}
