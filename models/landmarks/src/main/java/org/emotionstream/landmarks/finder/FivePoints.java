package org.emotionstream.landmarks.finder;

import java.util.List;

/**
 * Five points of a face, in pixels of what was searched: origin at the outer corner of the top left pixel, x to the right,
 * y down. Left and right are those of the picture.
 *
 * @param leftEye middle of the eye
 * @param rightEye middle of the eye
 * @param nose its tip
 * @param leftMouth corner of the mouth
 * @param rightMouth corner of the mouth
 */
public record FivePoints(Point leftEye, Point rightEye, Point nose, Point leftMouth, Point rightMouth) {
    /** How many there are. */
    public static final int COUNT = 5;

    /** A place in what was searched. */
    public record Point(double x, double y) {}

    /** The points in the order of their names here. */
    public List<Point> all() {
        return List.of(leftEye, rightEye, nose, leftMouth, rightMouth);
    }
}
