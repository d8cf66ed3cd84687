package org.emotionstream.evaluation.skew;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.FloatBuffer;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** What lies behind a face in a made-up frame: light and shade, large and small, texture and grain; no face. */
final class Backdrop {
    private Backdrop() {}

    /** Grey, {@code uint8[height][width]}; the same for the same seed. */
    static Mat grey(int width, int height, long seed) {
        Random random = new Random(seed);
        Mat sum = new Mat(height, width, CV_32FC1, new Scalar(60 + random.nextInt(120)));
        // Columns and rows of random greys, and how strong they are: from a gradient to the sensor's grain.
        int[][] layers = {{2, 2, 60}, {5, 4, 40}, {16, 12, 20}, {80, 60, 10}, {width, height, 4}};
        for (int[] layer : layers) {
            add(sum, layer(layer, new Size(width, height), random), sum);
        }
        Mat grey = new Mat();
        sum.convertTo(grey, CV_8UC1);
        return grey;
    }

    private static Mat layer(int[] layer, Size size, Random random) {
        Mat coarse = new Mat(layer[1], layer[0], CV_32FC1);
        FloatBuffer values = coarse.createBuffer();
        while (values.hasRemaining()) {
            values.put((random.nextFloat() * 2 - 1) * layer[2]);
        }
        Mat smooth = new Mat();
        resize(coarse, smooth, size, 0, 0, INTER_CUBIC);
        return smooth;
    }
}
