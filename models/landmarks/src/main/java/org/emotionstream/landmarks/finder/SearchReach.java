package org.emotionstream.landmarks.finder;

/**
 * Which faces a finder sees in what it searches, and what that takes.
 *
 * @param face the side of the smallest face that it finds, in pixels of what is searched: a picture is scaled so that the
 *     smallest face wanted has that side, so what a search costs follows the smallest face
 * @param mostPixels that are searched at once
 * @param mostSide the longest side that is searched, in pixels
 * @param bytesAPixel native memory of a search, for each pixel of what is searched
 */
public record SearchReach(int face, long mostPixels, int mostSide, int bytesAPixel) {
    public SearchReach {
        if (face < 1 || mostPixels < 1 || mostSide < 1 || bytesAPixel < 1) {
            throw new IllegalArgumentException("a reach consists of numbers of at least 1, this one is of " + face
                    + ", " + mostPixels + ", " + mostSide + " and " + bytesAPixel);
        }
    }
}
