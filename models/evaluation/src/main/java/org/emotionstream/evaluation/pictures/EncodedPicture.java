package org.emotionstream.evaluation.pictures;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.landmarks.PictureDecoder;

/** Pictures to bytes and back. Allocates native memory, which the caller's {@code PointerScope} releases. */
public final class EncodedPicture {
    private EncodedPicture() {}

    /** The pixels of a picture: grey when it is stored so, else blue, green, red; upright. */
    public static Mat pixels(byte[] picture) {
        Mat stored = imdecode(new Mat(1, picture.length, CV_8UC1, new BytePointer(picture)), IMREAD_UNCHANGED);
        return decoded(picture, stored.channels() > 1);
    }

    /** The picture as the landmarker decodes it for a release of grey tiles. */
    public static Mat grey(byte[] picture) {
        return decoded(picture, false);
    }

    /** A picture without loss. */
    public static byte[] png(Mat picture) {
        return encoded(".png", picture, new IntPointer());
    }

    /**
     * A JPEG.
     *
     * @param quality 0 to 100
     */
    public static byte[] jpeg(Mat picture, int quality) {
        return encoded(".jpg", picture, new IntPointer(IMWRITE_JPEG_QUALITY, quality));
    }

    private static Mat decoded(byte[] picture, boolean colour) {
        return PictureDecoder.DEFAULT
                .pixels(picture, colour)
                .orElseThrow(() ->
                        new IllegalArgumentException("a picture of " + picture.length + " bytes cannot be decoded"));
    }

    private static byte[] encoded(String format, Mat picture, IntPointer settings) {
        BytePointer bytes = new BytePointer();
        if (!imencode(format, picture, bytes, settings)) {
            throw new IllegalStateException("OpenCV cannot write a picture as " + format);
        }
        byte[] copy = new byte[(int) bytes.limit()];
        bytes.get(copy);
        return copy;
    }
}
