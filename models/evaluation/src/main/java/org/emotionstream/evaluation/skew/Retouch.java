package org.emotionstream.evaluation.skew;

import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.util.Random;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.emotionstream.evaluation.pictures.EncodedPicture;
import org.emotionstream.evaluation.pictures.PictureEffects;

/** What is done to the pixels of a picture before it is sent. */
enum Retouch {
    NONE("as it is") {
        @Override
        Mat apply(Mat picture, long seed) {
            return picture;
        }
    },
    /** A grey picture in the colours of skin under lamps; one in colour stays as it is. */
    COLOUR("colour") {
        @Override
        Mat apply(Mat picture, long seed) {
            return picture.channels() == 1 ? tinted(picture, seed) : picture;
        }
    },
    /** The grey copy of {@link #COLOUR}, by the very step with which the landmarker makes a picture grey. */
    GREY_COPY("grey copy") {
        @Override
        Mat apply(Mat picture, long seed) {
            return EncodedPicture.grey(EncodedPicture.png(COLOUR.apply(picture, seed)));
        }
    },
    BLURRED("slightly blurred") {
        @Override
        Mat apply(Mat picture, long seed) {
            return PictureEffects.blurred(picture, 0.015 * Math.min(picture.cols(), picture.rows()));
        }
    },
    SHRUNK("at three quarters of its size and back") {
        @Override
        Mat apply(Mat picture, long seed) {
            return PictureEffects.shrunkAndBack(picture, 0.75);
        }
    },
    /** Normal, with a standard deviation of 5 grey levels. */
    NOISY("slightly noisy") {
        @Override
        Mat apply(Mat picture, long seed) {
            Random random = new Random(seed);
            Mat noisy = new Mat();
            if (picture.channels() == 1) {
                picture.copyTo(noisy);
            } else {
                cvtColor(picture, noisy, COLOR_BGR2GRAY);
            }
            UByteIndexer pixels = noisy.createIndexer();
            for (int y = 0; y < noisy.rows(); y++) {
                for (int x = 0; x < noisy.cols(); x++) {
                    long grey = Math.round(pixels.get(y, x) + 5 * random.nextGaussian());
                    pixels.put(y, x, (int) Math.max(0, Math.min(255, grey)));
                }
            }
            return noisy;
        }
    };

    private final String label;

    Retouch(String label) {
        this.label = label;
    }

    /** For reports. */
    String label() {
        return label;
    }

    /** The picture retouched; allocates native memory, which the caller's {@code PointerScope} releases. */
    abstract Mat apply(Mat picture, long seed);

    private static Mat tinted(Mat grey, long seed) {
        Random random = new Random(seed);
        Mat colour = new Mat();
        cvtColor(grey, colour, COLOR_GRAY2BGR);
        Mat shares = new Mat(
                colour.size(),
                colour.type(),
                new Scalar(150 + random.nextInt(60), 190 + random.nextInt(50), 235 + random.nextInt(20), 0));
        Mat tinted = new Mat();
        multiply(colour, shares, tinted, 1.0 / 255, -1);
        return tinted;
    }
}
