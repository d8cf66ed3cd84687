package org.emotionstream.landmarks;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;
import org.emotionstream.contract.nativelibraries.NativeMemoryException;
import org.emotionstream.landmarks.finder.FaceDetection;

/** Measures a face that was found: its box in the picture, its tile, and the points that dlib places in the tile. */
record FaceMeasure(FaceModels models, TilePolicy policy) {
    private static final BoundingBox WHOLE_TILE = new BoundingBox(0, 0, Tile.SIDE, Tile.SIDE);

    /** Landmarks that frame the tile are placed in a larger picture, so that two roundings do no more than one. */
    private static final int CANVAS_SIDE = 2 * Tile.SIDE;

    private static final double CANVAS_MARGIN = 1.35;

    /**
     * The face with tile and landmarks; a failed one when OpenCV or dlib cannot work on it.
     *
     * @param found in pixels of what was searched
     * @param jitter what becomes of its box
     * @throws IllegalStateException when the models are closed
     * @throws RuntimeException when there is no memory
     */
    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    Face measure(FaceDetection found, Views views, BoxJitter jitter) {
        Mat source = views.source();
        BoundingBox inSource = jitter.apply(TileGeometry.scaled(
                models.inDlibsFrame(found),
                (double) source.cols() / views.searched().cols(),
                (double) source.rows() / views.searched().rows()));
        double factorX = (double) views.picture().cols() / source.cols();
        double factorY = (double) views.picture().rows() / source.rows();
        BoundingBox box = TileGeometry.scaled(inSource, factorX, factorY);
        BoundingBox square = policy.wholePicture() ? WHOLE_TILE : TileGeometry.squareAround(inSource, policy.margin());
        float score = (float) found.score();
        try (PointerScope scope = new PointerScope()) {
            Framed framed =
                    policy.landmarkCrop() ? aroundLandmarks(source, inSource) : around(source, inSource, square);
            TileArea area = TileGeometry.area(framed.square(), factorX, factorY);
            return new Face.Measured(box, score, area, Pictures.tile(framed.tile()), framed.landmarks());
        } catch (IllegalStateException closed) {
            throw closed;
        } catch (RuntimeException e) {
            if (NativeMemoryException.isCauseOf(e)) {
                throw e; // no fault of the face
            }
            TileArea area = TileGeometry.area(square, factorX, factorY);
            return new Face.Failed(box, score, area, "no tile or landmarks: " + e.getMessage());
        }
    }

    /** A square of the picture, what the tile shows of it, and the landmarks in the tile. */
    private record Framed(BoundingBox square, Mat tile, Landmarks landmarks) {}

    /** The landmarks are placed in the tile itself. */
    private Framed around(Mat source, BoundingBox box, BoundingBox square) {
        Mat tile = cut(source, square, Tile.SIDE);
        return new Framed(square, tile, Landmarks.of(place(tile, TileGeometry.inTile(box, square))));
    }

    /** The landmarks are placed first, and say what the tile shows; dlib's box is only where they begin. */
    private Framed aroundLandmarks(Mat source, BoundingBox box) {
        BoundingBox wide = TileGeometry.squareAround(box, CANVAS_MARGIN);
        Mat canvas = cut(source, wide, CANVAS_SIDE);
        BoundingBox inCanvas = TileGeometry.inSquare(box, wide, CANVAS_SIDE);
        PlacedPoints points = PlacedPoints.in(wide, CANVAS_SIDE, place(canvas, inCanvas));
        BoundingBox square = points.square(policy.margin());
        return new Framed(square, cut(source, square, Tile.SIDE), points.inTile(square));
    }

    private Mat cut(Mat source, BoundingBox square, int side) {
        return Pictures.resized(Pictures.part(source, square), side, side, policy.areaWhenShrinking());
    }

    private int[] place(Mat picture, BoundingBox box) {
        return models.predict(
                Pictures.pixels(picture),
                box.left(),
                box.top(),
                box.left() + box.width() - 1,
                box.top() + box.height() - 1);
    }
}
