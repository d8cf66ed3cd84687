package org.emotionstream.evaluation.skew;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.emotionstream.evaluation.pictures.EncodedPicture;

/** Pictures that tests can tell again. */
final class MadeUpPictures {
    private MadeUpPictures() {}

    /** A grey PNG with a checkerboard of two greys, squares of an eighth of its side. */
    @SuppressWarnings("try")
    static byte[] checkerboard(int side, int dark, int light) {
        try (PointerScope scope = new PointerScope()) {
            Mat picture = new Mat(side, side, CV_8UC1, new Scalar(dark));
            UByteIndexer pixels = picture.createIndexer();
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    pixels.put(y, x, (8 * x / side + 8 * y / side) % 2 == 0 ? light : dark);
                }
            }
            return EncodedPicture.png(picture);
        }
    }
}
