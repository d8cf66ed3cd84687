package org.emotionstream.landmarks;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.bitwise_not;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.inRange;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.emotionstream.landmarks.header.Transparency;
import org.emotionstream.landmarks.header.Transparency.GreyLevel;

/**
 * Lays a picture on white paper: pixels that its owner made transparent are not looked at. Works on a strip of rows at
 * a time, so that a large picture needs little memory beside itself.
 */
record OnWhite(Transparency transparency, boolean colour) {
    private static final int STRIP_PIXELS = 1 << 20;
    private static final int WHITE = 255;
    private static final int ALPHA = 3;

    /**
     * The picture on white, 8 bits a channel, grey or blue, green, red. Closes what it is given.
     *
     * @param decoded as it is stored: 8 or 16 bits, 1, 3 or 4 channels
     */
    static Mat of(Mat decoded, Transparency transparency, boolean colour) {
        OnWhite step = new OnWhite(transparency, colour);
        Mat whole = new Mat(decoded.rows(), decoded.cols(), colour ? CV_8UC3 : CV_8UC1);
        int rows = Math.max(1, STRIP_PIXELS / decoded.cols());
        for (int top = 0; top < decoded.rows(); top += rows) {
            step.strip(decoded, whole, top, Math.min(decoded.rows(), top + rows));
        }
        decoded.close();
        return whole;
    }

    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    private void strip(Mat decoded, Mat whole, int top, int bottom) {
        try (PointerScope scope = new PointerScope()) {
            Mat stored = decoded.rowRange(top, bottom);
            Mat target = whole.rowRange(top, bottom);
            Mat opaque = onWhite(stored);
            if (colour) {
                opaque.copyTo(target);
            } else {
                cvtColor(opaque, target, COLOR_BGR2GRAY);
            }
        }
    }

    private Mat onWhite(Mat stored) {
        Mat pixels = eightBits(stored);
        if (pixels.channels() == 1) {
            Mat grey = pixels.clone();
            if (transparency instanceof GreyLevel level) {
                grey.setTo(new Mat(1, 1, CV_8UC1, new Scalar(WHITE)), equal(stored, level));
            }
            return coloured(grey, COLOR_GRAY2BGR);
        }
        return pixels.channels() == 3 ? pixels : blended(pixels);
    }

    private static Mat blended(Mat pixels) {
        Mat alpha = new Mat();
        extractChannel(pixels, alpha, ALPHA);
        Mat opacity = coloured(alpha, COLOR_GRAY2BGR);
        Mat shown = new Mat();
        multiply(coloured(pixels, COLOR_BGRA2BGR), opacity, shown, 1.0 / WHITE, -1);
        Mat paper = new Mat();
        bitwise_not(opacity, paper);
        add(shown, paper, shown);
        return shown;
    }

    /** Where the picture has this level: 255 there, 0 elsewhere. */
    private static Mat equal(Mat stored, GreyLevel level) {
        int most = (1 << Math.min(level.bits(), 8)) - 1;
        // OpenCV stretches fewer than 8 bits to 8.
        double value = level.bits() < 8 ? (double) level.level() * WHITE / most : level.level();
        Mat bound = new Mat(1, 1, org.bytedeco.opencv.global.opencv_core.CV_64FC1, new Scalar(value));
        Mat mask = new Mat();
        inRange(stored, bound, bound, mask);
        return mask;
    }

    /** The higher byte of 16 bits, as OpenCV takes it when it decodes to 8. */
    private static Mat eightBits(Mat stored) {
        if (stored.depth() != CV_16U) {
            return stored;
        }
        Mat eight = new Mat();
        // Half a level down, less a little: rounding then drops the lower byte.
        stored.convertTo(eight, CV_8U, 1.0 / 256, -127.5 / 256);
        return eight;
    }

    private static Mat coloured(Mat picture, int conversion) {
        Mat converted = new Mat();
        cvtColor(picture, converted, conversion);
        return converted;
    }
}
