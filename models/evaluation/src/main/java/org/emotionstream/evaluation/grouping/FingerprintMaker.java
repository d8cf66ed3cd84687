package org.emotionstream.evaluation.grouping;

import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_img_hash.pHash;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.emotionstream.contract.Sha256;
import org.emotionstream.landmarks.PictureDecoder;

/** Takes the fingerprint of a picture, with OpenCV's perceptual hash (the signs of its low frequencies). */
final class FingerprintMaker {
    static {
        // Pictures are spread over threads, one each.
        setNumThreads(1);
    }

    private FingerprintMaker() {}

    /**
     * The fingerprint of an encoded picture. One that cannot be decoded is like none but one of the same
     * bytes: whoever needs its pixels will say so.
     */
    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    static Fingerprint of(byte[] encoded) {
        try (PointerScope scope = new PointerScope()) {
            Optional<Mat> decoded = PictureDecoder.DEFAULT.pixels(encoded, false);
            if (decoded.isEmpty()) {
                return new Fingerprint(
                        Sha256.hex(encoded), 0, 0, new Thumbnail(new byte[Thumbnail.SIDE * Thumbnail.SIDE]));
            }
            Mat picture = decoded.get();
            Mat mirrored = new Mat();
            flip(picture, mirrored, 1);
            Mat small = new Mat();
            resize(picture, small, new Size(Thumbnail.SIDE, Thumbnail.SIDE), 0, 0, INTER_AREA);
            return new Fingerprint(
                    Sha256.hex(sizedPixels(picture)), hash(picture), hash(mirrored), new Thumbnail(bytes(small)));
        }
    }

    private static long hash(Mat picture) {
        Mat hash = new Mat();
        pHash(picture, hash);
        return ByteBuffer.wrap(bytes(hash)).getLong();
    }

    private static byte[] sizedPixels(Mat picture) {
        byte[] pixels = bytes(picture);
        return ByteBuffer.allocate(pixels.length + Integer.BYTES)
                .putInt(picture.cols())
                .put(pixels)
                .array();
    }

    /** The bytes of a matrix of one channel that owns its memory, and so has no gaps between its rows. */
    private static byte[] bytes(Mat matrix) {
        byte[] bytes = new byte[Math.toIntExact(matrix.total())];
        matrix.data().get(bytes);
        return bytes;
    }
}
