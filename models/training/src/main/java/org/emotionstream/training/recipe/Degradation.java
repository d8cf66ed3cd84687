package org.emotionstream.training.recipe;

import static org.bytedeco.opencv.global.opencv_core.CV_16SC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import java.nio.ShortBuffer;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.evaluation.pictures.EncodedPicture;
import org.emotionstream.evaluation.pictures.PictureEffects;

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
            Mat picture = EncodedPicture.grey(encoded);
            picture = happens(0.5) ? fewerPixels(picture) : picture;
            picture = happens(0.3) ? blurred(picture) : picture;
            picture = happens(0.5) ? exposed(picture) : picture;
            picture = happens(0.3) ? noisy(picture) : picture;
            boolean jpeg = happens(0.5);
            // Drawn for a PNG too: what is drawn after it stays the same.
            int quality = random.nextInt(LEAST_QUALITY, MOST_QUALITY + 1);
            return jpeg ? EncodedPicture.jpeg(picture, quality) : EncodedPicture.png(picture);
        }
    }

    private boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** Scaled down by up to a half and up again. */
    private Mat fewerPixels(Mat picture) {
        return PictureEffects.shrunkAndBack(picture, random.nextDouble(LEAST_SIZE, 1));
    }

    private Mat blurred(Mat picture) {
        return PictureEffects.blurred(picture, random.nextDouble(0.3, MOST_BLUR));
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
}
