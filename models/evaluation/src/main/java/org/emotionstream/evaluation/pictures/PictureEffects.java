package org.emotionstream.evaluation.pictures;

import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Changes to the pixels of a picture. Each allocates native memory, which the caller's {@code PointerScope} releases. */
public final class PictureEffects {
    private PictureEffects() {}

    /** The picture blurred by a Gaussian of this standard deviation in pixels. */
    public static Mat blurred(Mat picture, double deviation) {
        Mat blurred = new Mat();
        GaussianBlur(picture, blurred, new Size(0, 0), deviation);
        return blurred;
    }

    /** The picture scaled down by this factor, in (0, 1], and back to its size. */
    public static Mat shrunkAndBack(Mat picture, double factor) {
        Mat small = new Mat();
        resize(picture, small, new Size(0, 0), factor, factor, INTER_AREA);
        Mat back = new Mat();
        resize(small, back, picture.size(), 0, 0, INTER_LINEAR);
        return back;
    }
}
