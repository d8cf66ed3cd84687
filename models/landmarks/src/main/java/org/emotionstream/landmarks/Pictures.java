package org.emotionstream.landmarks;

import static org.bytedeco.opencv.global.opencv_core.BORDER_ISOLATED;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_core.transpose;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Tile;
import org.emotionstream.dlib.Pixels;
import org.emotionstream.landmarks.header.Orientation;

/**
 * What OpenCV does for us. Every method allocates native memory, which the caller's {@code PointerScope}
 * releases.
 */
final class Pictures {
    private static final int LEFT_TO_RIGHT = 1;
    private static final int TOP_TO_BOTTOM = 0;

    static {
        OpenCvLibrary.load();
        // Pictures are spread over threads, one each; OpenCV's own threads would only get in the way.
        setNumThreads(1);
    }

    private Pictures() {}

    /** The picture itself, or its grey; then closes what it is given. */
    static Mat inColour(Mat picture, boolean colour) {
        if (colour || picture.channels() == 1) {
            return picture;
        }
        Mat grey = grey(picture);
        picture.close();
        return grey;
    }

    /**
     * The picture upright; closes what it is given where that is another.
     *
     * @param orientation as EXIF counts: 1 is upright, 5 to 8 lie on their side
     */
    static Mat turned(Mat picture, int orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return picture;
        }
        Mat turned = new Mat();
        switch (orientation) {
            case 2 -> flip(picture, turned, LEFT_TO_RIGHT);
            case 3 -> rotate(picture, turned, ROTATE_180);
            case 4 -> flip(picture, turned, TOP_TO_BOTTOM);
            case 5 -> transpose(picture, turned);
            case 6 -> rotate(picture, turned, ROTATE_90_CLOCKWISE);
            case 7 -> {
                rotate(picture, turned, ROTATE_180);
                transpose(turned.clone(), turned);
            }
            case 8 -> rotate(picture, turned, ROTATE_90_COUNTERCLOCKWISE);
            default -> throw new IllegalArgumentException("an orientation is 1 to 8, not " + orientation);
        }
        picture.close();
        return turned;
    }

    /** The weighted mean of the channels; the same picture when it is grey. */
    static Mat grey(Mat picture) {
        if (picture.channels() == 1) {
            return picture;
        }
        Mat grey = new Mat();
        cvtColor(picture, grey, COLOR_BGR2GRAY);
        return grey;
    }

    /** The picture at this size; the same one when that is its size. */
    static Mat resized(Mat picture, int width, int height, boolean areaWhenShrinking) {
        if (picture.cols() == width && picture.rows() == height) {
            return picture;
        }
        boolean shrinks = width <= picture.cols() && height <= picture.rows();
        Mat resized = new Mat();
        resize(
                picture,
                resized,
                new Size(width, height),
                0,
                0,
                shrinks && areaWhenShrinking ? INTER_AREA : INTER_LINEAR);
        return resized;
    }

    /**
     * This part of the picture; where it reaches beyond, the picture's outermost pixels are repeated.
     *
     * @throws IllegalArgumentException when it does not touch the picture
     */
    static Mat part(Mat picture, BoundingBox box) {
        int left = Math.max(0, box.left());
        int top = Math.max(0, box.top());
        int right = Math.min(picture.cols(), box.left() + box.width());
        int bottom = Math.min(picture.rows(), box.top() + box.height());
        if (left >= right || top >= bottom) {
            throw new IllegalArgumentException(
                    "the face lies outside of the picture: " + box + " in " + picture.cols() + " x " + picture.rows());
        }
        Mat inside = new Mat(picture, new Rect(left, top, right - left, bottom - top));
        if (inside.cols() == box.width() && inside.rows() == box.height()) {
            return inside;
        }
        Mat whole = new Mat();
        copyMakeBorder(
                inside,
                whole,
                top - box.top(),
                box.top() + box.height() - bottom,
                left - box.left(),
                box.left() + box.width() - right,
                BORDER_REPLICATE | BORDER_ISOLATED);
        return whole;
    }

    /** The pixels of a picture of 100 x 100, as a tile: interleaved channels become planes. */
    static Tile tile(Mat picture) {
        int channels = picture.channels();
        ByteBuffer rows =
                picture.data().capacity(picture.step() * picture.rows()).asByteBuffer();
        int step = Math.toIntExact(picture.step());
        byte[] planes = new byte[channels * Tile.PLANE_BYTES];
        for (int y = 0; y < Tile.SIDE; y++) {
            if (channels == 1) {
                rows.get(y * step, planes, y * Tile.SIDE, Tile.SIDE);
                continue;
            }
            for (int x = 0; x < Tile.SIDE; x++) {
                for (int channel = 0; channel < channels; channel++) {
                    planes[channel * Tile.PLANE_BYTES + y * Tile.SIDE + x] =
                            rows.get(y * step + x * channels + channel);
                }
            }
        }
        return Tile.owning(planes);
    }

    /** The same pixels for dlib, not a copy: valid as long as the picture is. */
    static Pixels pixels(Mat picture) {
        return new Pixels(picture.data().address(), picture.cols(), picture.rows(), picture.step(), picture.channels());
    }
}
