package org.emotionstream.cli.drawing;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imwrite;
import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.circle;
import static org.bytedeco.opencv.global.opencv_imgproc.getTextSize;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.file.Path;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/** What is drawn on: 8 bits, blue, green, red; origin top left, x right, y down, in pixels. */
final class Canvas implements AutoCloseable {
    private final Mat mat;

    /** Of this size, in the colour of the background. */
    Canvas(int width, int height) {
        mat = new Mat(height, width, CV_8UC3, Palette.BACKGROUND.bgr());
    }

    /** Draws {@code source} over this area, scaled to it. */
    void picture(Mat source, int left, int top, int width, int height) {
        try (Mat area = new Mat(mat, new Rect(left, top, width, height));
                Size size = new Size(width, height)) {
            resize(source, area, size, 0, 0, width < source.cols() ? INTER_AREA : INTER_CUBIC);
        }
    }

    /** A filled area. */
    void fill(int left, int top, int width, int height, Palette colour) {
        rectangle(mat, new Rect(left, top, Math.max(1, width), height), colour.bgr(), FILLED, LINE_AA, 0);
    }

    /** A frame whose line is this thick. */
    void frame(int left, int top, int width, int height, int thickness, Palette colour) {
        rectangle(mat, new Rect(left, top, width, height), colour.bgr(), thickness, LINE_AA, 0);
    }

    /** A dot; its centre and radius may have a fraction of a pixel. */
    void dot(double x, double y, double radius, Palette colour) {
        int shift = 4;
        int scale = 1 << shift;
        Point centre = new Point((int) Math.round(x * scale), (int) Math.round(y * scale));
        circle(mat, centre, (int) Math.round(radius * scale), colour.bgr(), FILLED, LINE_AA, shift);
    }

    /**
     * Text of one line that begins at {@code left} and stands on {@code baseline}; what OpenCV has no letters
     * for becomes a question mark.
     *
     * @param size 1 is about 22 pixels high
     */
    void text(String text, int left, int baseline, double size, int thickness, Palette colour) {
        putText(
                mat,
                printable(text),
                new Point(left, baseline),
                FONT_HERSHEY_SIMPLEX,
                size,
                colour.bgr(),
                thickness,
                LINE_AA,
                false);
    }

    /** How wide this text is, in pixels. */
    static int textWidth(String text, double size, int thickness) {
        try (Size measured = getTextSize(printable(text), FONT_HERSHEY_SIMPLEX, size, thickness, new int[1])) {
            return measured.width();
        }
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    /** Writes it as the suffix of the file says. False when that fails. */
    boolean write(Path file) {
        return imwrite(file.toString(), mat);
    }

    /** The pixels, for tests; closed with this. */
    Mat mat() {
        return mat;
    }

    @Override
    public void close() {
        mat.close();
    }
}
