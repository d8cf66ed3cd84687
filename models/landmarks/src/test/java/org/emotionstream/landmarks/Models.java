package org.emotionstream.landmarks;

import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.dlib.ShapePredictor;

/** dlib's models, loaded once for all tests of this module, and the steps that the tests use. */
final class Models {
    /** Never closed: it lives as long as the JVM of the tests. */
    static final FaceModels SHARED = FaceModels.open(ShapePredictor.DEBIAN_MODEL);

    static final TileSettings FACE_CROP = new TileSettings("face-crop", 100, "grey", "area-linear", 1.3, 0, -0.5);

    private Models() {}

    static ImageToLandmarks step() {
        return step(FACE_CROP, 80);
    }

    static ImageToLandmarks step(TileSettings tile) {
        return step(tile, 80);
    }

    static ImageToLandmarks step(TileSettings tile, int smallestFace) {
        return new ImageToLandmarks(SHARED, tile, LandmarkSettings.DEFAULT.withSmallestFace(smallestFace));
    }
}
