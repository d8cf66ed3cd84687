package org.emotionstream.landmarks.hostile;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Small pictures of colours and noise, whole and well-formed: what the hostile ones are made of. */
public final class Still {
    private static final int JPEG_PROGRESSIVE = 2;
    private static final int JPEG_RESTART = 4;
    private static final int WEBP_QUALITY = 64;
    private static final int LOSSLESS = 101;

    private Still() {}

    /** Width x height pixels of 1, 3 or 4 channels. */
    public static Mat mat(int width, int height, int channels) {
        Mat mat = new Mat(height, width, CV_8UC(channels));
        byte[] pixels = new byte[width * height * channels];
        Random random = new Random(width);
        for (int i = 0; i < pixels.length; i++) {
            int x = i / channels % width;
            pixels[i] = (byte) (x * 255 / width + i / channels / width + random.nextInt(16));
        }
        mat.data().put(pixels);
        return mat;
    }

    public static byte[] jpeg() {
        return encoded(".jpg", mat(64, 48, 3));
    }

    public static byte[] progressiveJpeg(int width, int height) {
        return encoded(".jpg", mat(width, height, 3), JPEG_PROGRESSIVE, 1);
    }

    /** Of one colour: a few bytes a row. */
    public static byte[] blankProgressiveJpeg(int width, int height) {
        try (Mat blank = new Mat(height, width, CV_8UC(3), new Scalar(9))) {
            return encoded(".jpg", blank, JPEG_PROGRESSIVE, 1);
        }
    }

    /** Of one colour: a few bytes a row. */
    public static byte[] blankPng(int width, int height) {
        try (Mat blank = new Mat(height, width, CV_8UC(3), new Scalar(9))) {
            return encoded(".png", blank);
        }
    }

    public static byte[] jpegWithRestarts() {
        return encoded(".jpg", mat(64, 48, 3), JPEG_RESTART, 2);
    }

    public static byte[] greyJpeg() {
        return encoded(".jpg", mat(64, 48, 1));
    }

    public static byte[] png() {
        return encoded(".png", mat(64, 48, 3));
    }

    public static byte[] webp(int channels) {
        return encoded(".webp", mat(64, 48, channels), WEBP_QUALITY, 80);
    }

    public static byte[] losslessWebp() {
        return encoded(".webp", mat(64, 48, 3), WEBP_QUALITY, LOSSLESS);
    }

    public static byte[] bmp() {
        return encoded(".bmp", mat(64, 48, 3));
    }

    /** As OpenCV encodes it: {@code .jpg}, {@code .png}, {@code .webp}, {@code .bmp}. */
    public static byte[] encoded(String suffix, Mat picture, int... parameters) {
        try (BytePointer bytes = new BytePointer();
                IntPointer options = new IntPointer(parameters)) {
            if (!imencode(suffix, picture, bytes, options)) {
                throw new IllegalStateException("OpenCV cannot encode " + suffix);
            }
            byte[] copy = new byte[Math.toIntExact(bytes.limit())];
            bytes.get(copy);
            return copy;
        }
    }
}
