package org.emotionstream.landmarks;

/**
 * What a picture may ask of us; checked before it is decoded.
 *
 * @param bytes of the encoded picture, at most
 * @param decodedPixels width x height as stored, at most
 * @param plannedPixels width x height of what the detector searches, at most: a picture that would need more for the
 *     smallest face wanted is searched at a smaller scale
 * @param faces answered in one picture, at most; the best scores win
 */
public record PictureLimits(int bytes, long decodedPixels, long plannedPixels, int faces) {
    /** 16 MiB, 50 megapixels, 20 megapixels searched, 64 faces. */
    public static final PictureLimits DEFAULT = new PictureLimits(16 << 20, 50_000_000, 20_000_000, 64);

    public PictureLimits {
        if (bytes < 1 || decodedPixels < 1 || plannedPixels < 1 || faces < 1) {
            throw new IllegalArgumentException("limits are at least 1, these are " + bytes + " bytes, " + decodedPixels
                    + " decoded and " + plannedPixels + " planned pixels, " + faces + " faces");
        }
    }
}
