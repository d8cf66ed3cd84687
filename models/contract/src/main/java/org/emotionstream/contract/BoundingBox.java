package org.emotionstream.contract;

/**
 * A rectangle of whole pixels: origin at the top left corner of the picture, x to the right, y down.
 * It may reach beyond the picture, as the detector's boxes do.
 *
 * @param left x of the left edge; negative where the box begins outside
 * @param top y of the top edge; negative where the box begins outside
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record BoundingBox(int left, int top, int width, int height) {
    public BoundingBox {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a box is at least 1 x 1 pixels, this one is " + width + " x " + height);
        }
    }

    /** The longer side, in pixels. */
    public int longerSide() {
        return Math.max(width, height);
    }

    /** The area that both share, over the area that either covers, in [0, 1] (intersection over union). */
    public double overlap(BoundingBox other) {
        double sharedWidth = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
        double sharedHeight = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
        if (sharedWidth <= 0 || sharedHeight <= 0) {
            return 0;
        }
        double shared = sharedWidth * sharedHeight;
        return shared / ((double) width * height + (double) other.width * other.height - shared);
    }
}
