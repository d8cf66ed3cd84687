package org.emotionstream.landmarks;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.dlib.DlibPhotographs;

/** Pictures between their pixels and their bytes. */
final class Encoded {
    private Encoded() {}

    static byte[] photograph(String name) throws IOException {
        return Files.readAllBytes(DlibPhotographs.file(name));
    }

    static Mat pixels(byte[] encoded) {
        return opencv_imgcodecs.imdecode(new Mat(encoded), IMREAD_COLOR);
    }

    /** What the chain makes of these bytes. */
    static Mat decoded(byte[] encoded, boolean colour) {
        PictureDecoder decoder = new PictureDecoder(PictureLimits.DEFAULT);
        return ((PictureDecoder.Result.Pixels) decoder.decode(ByteBuffer.wrap(encoded), colour)).picture();
    }

    /** The bytes of this picture as {@code .jpg}, {@code .png}, {@code .webp} or {@code .bmp}. */
    static byte[] as(String suffix, Mat picture) {
        try (BytePointer bytes = new BytePointer()) {
            imencode(suffix, picture, bytes);
            byte[] copy = new byte[Math.toIntExact(bytes.limit())];
            bytes.get(copy);
            return copy;
        }
    }

    /** This JPEG with an EXIF segment that says how to turn it; 6 is a quarter turn clockwise. */
    static byte[] withOrientation(byte[] jpeg, int orientation) {
        int segment = 2 + 2 + 6 + 8 + 2 + 12 + 4;
        return ByteBuffer.allocate(jpeg.length + segment)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (segment - 2))
                .put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
