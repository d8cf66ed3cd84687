package org.emotionstream.evaluation.grouping;

/**
 * A picture at 32 x 32 grey pixels, for comparing two: whatever their size, brightness and contrast. Immutable.
 */
final class Thumbnail {
    /** Pixels a side. */
    static final int SIDE = 32;

    private static final int PIXELS = SIDE * SIDE;

    /** A flat picture's pixels do not differ from their mean by more than this, as the root of the squares' sum. */
    private static final double FLAT = 1;

    private final byte[] pixels;
    private final double mean;
    private final double deviation;

    /**
     * @param pixels {@code uint8[32][32]}, row by row, which the caller gives away
     */
    Thumbnail(byte[] pixels) {
        this.pixels = pixels;
        long sum = 0;
        long squares = 0;
        for (byte pixel : pixels) {
            sum += pixel & 0xff;
            squares += (pixel & 0xff) * (pixel & 0xff);
        }
        mean = (double) sum / PIXELS;
        deviation = Math.sqrt(Math.max(0, squares - sum * mean));
    }

    /**
     * How alike two pictures are: the correlation of their pixels, -1 to 1; 0 when one of them is flat.
     *
     * @param mirrored whether the other is compared as a mirror shows it
     */
    double correlation(Thumbnail other, boolean mirrored) {
        if (deviation < FLAT || other.deviation < FLAT) {
            return 0;
        }
        long products = 0;
        for (int i = 0; i < PIXELS; i++) {
            // The last pixel of a row comes first.
            int j = mirrored ? i ^ SIDE - 1 : i;
            products += (pixels[i] & 0xff) * (other.pixels[j] & 0xff);
        }
        return (products - PIXELS * mean * other.mean) / (deviation * other.deviation);
    }
}
