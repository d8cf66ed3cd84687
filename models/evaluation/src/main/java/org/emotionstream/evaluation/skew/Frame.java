package org.emotionstream.evaluation.skew;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.Random;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import org.emotionstream.contract.BoundingBox;

/**
 * A made-up camera frame of 640 x 480 with one face picture in it, grey.
 *
 * @param picture the frame
 * @param place where the face picture lies in it
 */
record Frame(Mat picture, BoundingBox place) {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    /** How much room is left around a face picture, over its side: what its border fades within. */
    private static final double FADE = 0.2;

    /**
     * The frame with this face.
     *
     * @param face grey, of any size
     * @param side the longer side of the face picture in the frame, 1 to 340 pixels
     * @param blended whether the outermost pixels go on around the face picture and fade into the backdrop,
     *     rather than end at a hard edge that no camera sees
     * @param seed of the place and the backdrop
     */
    static Frame of(Mat face, int side, boolean blended, long seed) {
        double factor = (double) side / Math.max(face.cols(), face.rows());
        Mat scaled = new Mat();
        resize(
                face,
                scaled,
                new Size((int) Math.round(face.cols() * factor), (int) Math.round(face.rows() * factor)),
                0,
                0,
                factor < 1 ? INTER_AREA : INTER_LINEAR);
        int room = (int) Math.ceil(FADE * side);
        Random random = new Random(seed);
        int left = room + random.nextInt(Math.max(1, WIDTH - scaled.cols() - 2 * room));
        int top = room + random.nextInt(Math.max(1, HEIGHT - scaled.rows() - 2 * room));
        Mat frame = Backdrop.grey(WIDTH, HEIGHT, random.nextLong());
        if (blended) {
            fade(scaled, room, new Mat(frame, rectangle(left - room, top - room, scaled, 2 * room)));
        }
        scaled.copyTo(new Mat(frame, rectangle(left, top, scaled, 0)));
        return new Frame(frame, new BoundingBox(left, top, scaled.cols(), scaled.rows()));
    }

    private static Rect rectangle(int left, int top, Mat picture, int more) {
        return new Rect(left, top, picture.cols() + more, picture.rows() + more);
    }

    /** Around the face picture its border, blurred, goes over into what is there. */
    private static void fade(Mat face, int room, Mat into) {
        Mat wider = new Mat();
        copyMakeBorder(face, wider, room, room, room, room, BORDER_REPLICATE);
        Mat blurred = new Mat();
        GaussianBlur(wider, blurred, new Size(0, 0), room / 4.0);
        UByteIndexer from = blurred.createIndexer();
        UByteIndexer to = into.createIndexer();
        for (int y = 0; y < into.rows(); y++) {
            for (int x = 0; x < into.cols(); x++) {
                double away = Math.hypot(outside(x - room, face.cols()), outside(y - room, face.rows()));
                double share = away >= room ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * away / room);
                to.put(y, x, (int) Math.round(share * from.get(y, x) + (1 - share) * to.get(y, x)));
            }
        }
    }

    /** How far a coordinate is from those of the face picture, 0 to length - 1. */
    private static int outside(int coordinate, int length) {
        return Math.max(0, Math.max(-coordinate, coordinate - length + 1));
    }
}
