package org.emotionstream.landmarks;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;
import org.emotionstream.dlib.Detection;

/** Makes of a detection a face: its box in the picture, its tile, and the points that dlib places in the tile. */
final class FaceMeasure {
    private static final BoundingBox WHOLE_TILE = new BoundingBox(0, 0, Tile.SIDE, Tile.SIDE);

    private final FaceModels models;
    private final TilePolicy policy;

    FaceMeasure(FaceModels models, TilePolicy policy) {
        this.models = models;
        this.policy = policy;
    }

    /**
     * The face of this detection; a failed one when OpenCV or dlib cannot work on it.
     *
     * @param detection in pixels of what was searched
     * @param jitter what becomes of its box
     * @throws IllegalStateException when the models are closed
     */
    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    Face measure(Detection detection, Views views, BoxJitter jitter) {
        Mat source = views.source();
        BoundingBox found = new BoundingBox(detection.left(), detection.top(), detection.width(), detection.height());
        BoundingBox inSource = jitter.apply(TileGeometry.scaled(
                found,
                (double) source.cols() / views.searched().cols(),
                (double) source.rows() / views.searched().rows()));
        BoundingBox square = policy.wholePicture() ? WHOLE_TILE : TileGeometry.squareAround(inSource, policy.margin());

        double factorX = (double) views.picture().cols() / source.cols();
        double factorY = (double) views.picture().rows() / source.rows();
        BoundingBox box = TileGeometry.scaled(inSource, factorX, factorY);
        TileArea area = TileGeometry.area(square, factorX, factorY);
        float score = (float) detection.score();
        try (PointerScope scope = new PointerScope()) {
            Mat tile = cut(source, square);
            Landmarks landmarks = place(tile, TileGeometry.inTile(inSource, square));
            return new Face.Measured(box, score, area, Pictures.tile(tile), landmarks);
        } catch (IllegalStateException closed) {
            throw closed;
        } catch (RuntimeException e) {
            return new Face.Failed(box, score, area, "no tile or landmarks: " + e.getMessage());
        }
    }

    private Mat cut(Mat source, BoundingBox square) {
        return Pictures.resized(Pictures.part(source, square), Tile.SIDE, Tile.SIDE, policy.areaWhenShrinking());
    }

    private Landmarks place(Mat tile, BoundingBox box) {
        return Landmarks.of(models.predict(
                Pictures.pixels(tile),
                box.left(),
                box.top(),
                box.left() + box.width() - 1,
                box.top() + box.height() - 1));
    }
}
