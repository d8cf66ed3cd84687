package org.emotionstream.landmarks;

import java.util.stream.IntStream;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;

/**
 * 68 points between the pixels of the picture that tiles are cut from: where landmarks are before they are
 * rounded to the pixels of a tile. x and y by turns; a pixel's centre is at its index plus a half.
 */
final class PlacedPoints {
    /**
     * What moves least when a face speaks or laughs: brows, bridge and nostrils, eyes; then the ends of the jaw beside the
     * ears, left and right.
     */
    private static final int[] STEADY = IntStream.concat(
                    IntStream.rangeClosed(17, 47), IntStream.of(0, 1, 2, 3, 13, 14, 15, 16))
            .toArray();

    /** From the root mean square distance of these points to the side of dlib's box, as FER+ faces have it. */
    private static final double BOX_SIDE = 3.135;

    /** From the mean of these points down to the middle of the box, in their root mean square distances. */
    private static final double BOX_MIDDLE = 0.43;

    private final double[] coordinates;

    private PlacedPoints(double[] coordinates) {
        this.coordinates = coordinates;
    }

    /**
     * Points that were placed in a square part of the picture, shown at another size.
     *
     * @param points x and y of 68 whole pixels of what was shown
     * @param square the part of the picture
     * @param shown pixels a side at which it was shown
     */
    static PlacedPoints in(BoundingBox square, int shown, int[] points) {
        double[] coordinates = new double[points.length];
        double factor = (double) square.width() / shown;
        for (int i = 0; i < points.length; i++) {
            coordinates[i] = (i % 2 == 0 ? square.left() : square.top()) + (points[i] + 0.5) * factor;
        }
        return new PlacedPoints(coordinates);
    }

    /**
     * The square around the face that these points frame: nearly the same for every box from which they were
     * placed. Its side is about the longer side of dlib's box times the margin.
     */
    BoundingBox square(double margin) {
        double x = 0;
        double y = 0;
        for (int point : STEADY) {
            x += coordinates[2 * point] / STEADY.length;
            y += coordinates[2 * point + 1] / STEADY.length;
        }
        double squares = 0;
        for (int point : STEADY) {
            double right = coordinates[2 * point] - x;
            double down = coordinates[2 * point + 1] - y;
            squares += (right * right + down * down) / STEADY.length;
        }
        double spread = Math.sqrt(squares);
        int side = Math.max(1, (int) Math.round(margin * BOX_SIDE * spread));
        return new BoundingBox(
                (int) Math.round(x - side / 2.0), (int) Math.round(y + BOX_MIDDLE * spread - side / 2.0), side, side);
    }

    /** The pixels of the tile that shows this square in which the points lie. */
    Landmarks inTile(BoundingBox square) {
        int[] pixels = new int[coordinates.length];
        double factor = (double) Tile.SIDE / square.width();
        for (int i = 0; i < pixels.length; i++) {
            double start = i % 2 == 0 ? square.left() : square.top();
            pixels[i] = (int) Math.floor((coordinates[i] - start) * factor);
        }
        return Landmarks.of(pixels);
    }
}
