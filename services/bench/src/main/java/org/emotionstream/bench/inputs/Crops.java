package org.emotionstream.bench.inputs;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/** Parts of a picture as JPEGs of their own. */
final class Crops {
    private static final int QUALITY = 90;
    private static final int AROUND_THE_VERTICAL = 1;

    private Crops() {}

    /** This rectangle of a picture at this size; beyond the picture, its outermost pixels are repeated. */
    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    static byte[] jpeg(Mat picture, Rect part, int width, int height, boolean mirrored) {
        try (PointerScope scope = new PointerScope()) {
            Mat resized = new Mat();
            boolean shrinks = part.width() >= width && part.height() >= height;
            resize(cut(picture, part), resized, new Size(width, height), 0, 0, shrinks ? INTER_AREA : INTER_LINEAR);
            if (mirrored) {
                flip(resized, resized, AROUND_THE_VERTICAL);
            }
            BytePointer encoded = new BytePointer();
            imencode(".jpg", resized, encoded, new IntPointer(IMWRITE_JPEG_QUALITY, QUALITY));
            byte[] bytes = new byte[Math.toIntExact(encoded.limit())];
            encoded.get(bytes);
            return bytes;
        }
    }

    private static Mat cut(Mat picture, Rect part) {
        int left = Math.max(0, -part.x());
        int top = Math.max(0, -part.y());
        int right = Math.max(0, part.x() + part.width() - picture.cols());
        int bottom = Math.max(0, part.y() + part.height() - picture.rows());
        Mat bordered = new Mat();
        copyMakeBorder(picture, bordered, top, bottom, left, right, BORDER_REPLICATE);
        return new Mat(bordered, new Rect(part.x() + left, part.y() + top, part.width(), part.height()));
    }
}
