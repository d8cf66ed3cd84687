package org.emotionstream.dlib;

/**
 * Somebody else's pixels in native memory, for example those of an OpenCV {@code Mat}; never copied, never
 * written. Whoever makes it keeps the memory alive as long as it is used.
 *
 * <p>Layout: {@code uint8[height][width][channels]}, row by row from the top, each row from the left;
 * channels interleaved.
 *
 * @param address of the first byte of the top row; not 0
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param rowStride bytes from the start of one row to that of the next, at least width x channels
 * @param channels 1 (grey) or 3 (blue, green, red)
 */
public record Pixels(long address, int width, int height, long rowStride, int channels) {
    public Pixels {
        if (address == 0) {
            throw new IllegalArgumentException("pixels at address 0");
        }
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("pixels are at least 1 x 1, these are " + width + " x " + height);
        }
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("pixels have 1 or 3 channels, these have " + channels);
        }
        if (rowStride < (long) width * channels) {
            throw new IllegalArgumentException("a row of " + width + " pixels of " + channels
                    + " channels does not fit a stride of " + rowStride + " bytes");
        }
    }
}
