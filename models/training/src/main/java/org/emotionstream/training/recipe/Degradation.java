package org.emotionstream.training.recipe;

import static org.bytedeco.opencv.global.opencv_core.CV_16SC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.ShortBuffer;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.emotionstream.landmarks.PictureDecoder;

/**
 * What happens to a face between lens and broker: fewer pixels, a blurred lens, another exposure, a noisy
 * sensor, JPEG. Applied to the picture before anything looks at it, so that detector, landmarks and networks
 * see the same. Grey, as all we can train on is.
 */
final class Degradation {
    private static final double LEAST_SIZE = 0.5;
    private static final double MOST_BLUR = 0.9;
    private static final double MOST_NOISE = 8;
    private static final int LEAST_QUALITY = 30;
    private static final int MOST_QUALITY = 95;

    private final SplittableRandom random;

    /** Same seed, same sequence of changes. */
    Degradation(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The picture after each of these has happened to it or not: an encoded picture again. */
    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    byte[] apply(byte[] encoded) {
        try (PointerScope scope = new PointerScope()) {
            Mat picture = PictureDecoder.DEFAULT
                    .pixels(encoded, false)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "a picture of " + encoded.length + " bytes cannot be decoded"));
            picture = happens(0.5) ? fewerPixels(picture) : picture;
            picture = happens(0.3) ? blurred(picture) : picture;
            picture = happens(0.5) ? exposed(picture) : picture;
            picture = happens(0.3) ? noisy(picture) : picture;
            return happens(0.5) ? encoded(picture, ".jpg") : encoded(picture, ".png");
        }
    }

    private boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** Scaled down by up to a half and up again. */
    private Mat fewerPixels(Mat picture) {
        double factor = random.nextDouble(LEAST_SIZE, 1);
        Mat small = new Mat();
        resize(picture, small, new Size(0, 0), factor, factor, INTER_AREA);
        Mat again = new Mat();
        resize(small, again, picture.size(), 0, 0, INTER_LINEAR);
        return again;
    }

    private Mat blurred(Mat picture) {
        Mat blurred = new Mat();
        GaussianBlur(picture, blurred, new Size(0, 0), random.nextDouble(0.3, MOST_BLUR));
        return blurred;
    }

    /** Contrast by a factor and brightness by a shift. */
    private Mat exposed(Mat picture) {
        double contrast = random.nextDouble(0.7, 1.3);
        double mean = opencv_core.mean(picture).get(0);
        Mat exposed = new Mat();
        picture.convertTo(exposed, CV_8UC1, contrast, mean * (1 - contrast) + random.nextDouble(-25, 25));
        return exposed;
    }

    private Mat noisy(Mat picture) {
        double deviation = random.nextDouble(1, MOST_NOISE);
        Mat noise = new Mat(picture.rows(), picture.cols(), CV_16SC1);
        ShortBuffer values = noise.createBuffer();
        while (values.hasRemaining()) {
            values.put((short) Math.round(deviation * gaussian()));
        }
        Mat sum = new Mat();
        opencv_core.add(picture, noise, sum, new Mat(), CV_8UC1);
        return sum;
    }

    /** Nearly normal: the sum of twelve even draws, which costs no logarithm. */
    private double gaussian() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    private byte[] encoded(Mat picture, String format) {
        BytePointer bytes = new BytePointer();
        int quality = random.nextInt(LEAST_QUALITY, MOST_QUALITY + 1);
        IntPointer settings = format.equals(".jpg") ? new IntPointer(IMWRITE_JPEG_QUALITY, quality) : new IntPointer();
        if (!imencode(format, picture, bytes, settings)) {
            throw new IllegalStateException("OpenCV cannot write a picture as " + format);
        }
        byte[] copy = new byte[(int) bytes.limit()];
        bytes.get(copy);
        return copy;
    }
}
