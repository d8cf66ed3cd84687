package org.emotionstream.dlib;

/**
 * One face that the detector found, in pixels of what it searched: x to the right, y down, origin top left.
 * The box may reach beyond the picture. As dlib has it, all four edges belong to the face.
 *
 * @param left x of the leftmost column
 * @param top y of the topmost row
 * @param right x of the rightmost column, at least {@code left}
 * @param bottom y of the lowest row, at least {@code top}
 * @param score how sure the detector is, at least the threshold asked for: the higher, the surer; seldom
 *     above 4
 */
public record Detection(int left, int top, int right, int bottom, double score) {
    /** In pixels, at least 1. */
    public int width() {
        return right - left + 1;
    }

    /** In pixels, at least 1. */
    public int height() {
        return bottom - top + 1;
    }
}
