package org.emotionstream.landmarks;

import org.emotionstream.contract.BoundingBox;

/**
 * Another box around the same face, as a detector might have found it: dlib's jump by several pixels and a
 * fifth of their size from one scale of a picture to the next. For training, so that networks do not rely on
 * one box.
 *
 * @param scale the longer side over that of the box found, for example 0.8 to 1.2; above 0
 * @param right how far it lies to the right, as a share of the box's width
 * @param down how far it lies below, as a share of the box's height
 */
public record BoxJitter(double scale, double right, double down) {
    /** The box as it is found. */
    public static final BoxJitter NONE = new BoxJitter(1, 0, 0);

    public BoxJitter {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("a box is scaled by a factor above 0, here: " + scale);
        }
    }

    /** This box, changed; rounded to whole pixels. */
    BoundingBox apply(BoundingBox box) {
        if (equals(NONE)) {
            return box;
        }
        double width = box.width() * scale;
        double height = box.height() * scale;
        double left = box.left() + box.width() * (0.5 + right) - width / 2;
        double top = box.top() + box.height() * (0.5 + down) - height / 2;
        return new BoundingBox(
                (int) Math.round(left), (int) Math.round(top), Math.max(1, (int) Math.round(width)), Math.max(1, (int)
                        Math.round(height)));
    }
}
