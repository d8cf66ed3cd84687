package org.emotionstream.landmarks;

import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Tile;
import org.emotionstream.landmarks.finder.FaceBox;

/**
 * The formulas between the searched picture, the picture and the tile. All round half up, and all boxes are
 * held by their left and top edge and their extent, so that the right edge is left + width.
 */
final class TileGeometry {
    private TileGeometry() {}

    /** The box whose four edges are those of this box times a factor, rounded to whole pixels. */
    static BoundingBox scaled(FaceBox box, double factorX, double factorY) {
        return between(
                Math.round(box.left() * factorX),
                Math.round(box.top() * factorY),
                Math.round((box.left() + box.width()) * factorX),
                Math.round((box.top() + box.height()) * factorY));
    }

    /** The box whose four edges are those of this box times a factor, rounded to whole pixels. */
    static BoundingBox scaled(BoundingBox box, double factorX, double factorY) {
        return between(
                Math.round(box.left() * factorX),
                Math.round(box.top() * factorY),
                Math.round((box.left() + box.width()) * factorX),
                Math.round((box.top() + box.height()) * factorY));
    }

    /**
     * The square that becomes the tile: around the centre of the box, its side the longer side of the box
     * times the margin, in whole pixels.
     */
    static BoundingBox squareAround(BoundingBox box, double margin) {
        long side = Math.max(1, Math.round(box.longerSide() * margin));
        long left = Math.round(box.left() + (box.width() - side) / 2.0);
        long top = Math.round(box.top() + (box.height() - side) / 2.0);
        return between(left, top, left + side, top + side);
    }

    /**
     * Where the box is in the tile that shows the square, for the predictor: each edge e becomes
     * (e - start of the square) * 100 / side, rounded to whole pixels.
     */
    static BoundingBox inTile(BoundingBox box, BoundingBox square) {
        return inSquare(box, square, Tile.SIDE);
    }

    /** As {@link #inTile}, where the square is shown at this many pixels a side. */
    static BoundingBox inSquare(BoundingBox box, BoundingBox square, int side) {
        double factor = (double) side / square.width();
        BoundingBox moved =
                new BoundingBox(box.left() - square.left(), box.top() - square.top(), box.width(), box.height());
        return scaled(moved, factor, factor);
    }

    /** What the square shows, in pixels of a picture whose pixels are this factor as large. */
    static TileArea area(BoundingBox square, double factorX, double factorY) {
        return new TileArea(
                square.left() * factorX, square.top() * factorY, square.width() * factorX, square.height() * factorY);
    }

    private static BoundingBox between(long left, long top, long right, long bottom) {
        return new BoundingBox(
                Math.toIntExact(left),
                Math.toIntExact(top),
                Math.toIntExact(Math.max(1, right - left)),
                Math.toIntExact(Math.max(1, bottom - top)));
    }
}
