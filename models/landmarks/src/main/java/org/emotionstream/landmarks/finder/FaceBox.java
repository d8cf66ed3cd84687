package org.emotionstream.landmarks.finder;

/**
 * A rectangle around a face, in pixels of what was searched: origin at the outer corner of the top left pixel, x to the
 * right, y down. It may reach beyond the picture, and begin between two pixels.
 *
 * @param left x of the left edge
 * @param top y of the top edge
 * @param width more than 0
 * @param height more than 0
 */
public record FaceBox(double left, double top, double width, double height) {
    public FaceBox {
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("a box has an extent above 0, this one is " + width + " x " + height);
        }
    }

    /** The area that both share, over the area that either covers, in [0, 1] (intersection over union). */
    public double overlap(FaceBox other) {
        double sharedWidth = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
        double sharedHeight = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
        if (sharedWidth <= 0 || sharedHeight <= 0) {
            return 0;
        }
        double shared = sharedWidth * sharedHeight;
        return shared / (width * height + other.width * other.height - shared);
    }
}
