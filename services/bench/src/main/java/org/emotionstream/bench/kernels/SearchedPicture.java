package org.emotionstream.bench.kernels;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.dlib.Pixels;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.landmarks.PictureDecoder;

/**
 * A picture as the detector gets it: grey, at the scale at which the landmarker searches it. Kept in native memory.
 *
 * @param grey the picture, which must live as long as it is searched
 * @param threshold least score of a face
 */
record SearchedPicture(Mat grey, double threshold) {
    /** A picture whose shorter side is below this is a tile, and searched at {@link #TILE_SIDE}; in pixels. */
    private static final int FRAME_SIDE = 150;

    private static final int TILE_SIDE = 100;

    static SearchedPicture of(byte[] encoded, TileSettings tile, int smallestFace) {
        Mat picture = PictureDecoder.DEFAULT.pixels(encoded, false).orElseThrow();
        Mat grey = picture;
        if (picture.channels() != 1) {
            grey = new Mat();
            cvtColor(picture, grey, COLOR_BGR2GRAY);
        }
        int shorter = Math.min(grey.cols(), grey.rows());
        boolean frame = shorter >= FRAME_SIDE;
        double scale = frame ? (double) LandmarkSettings.DETECTOR_FACE / smallestFace : (double) TILE_SIDE / shorter;
        Mat searched = grey;
        if (scale != 1) {
            searched = new Mat();
            Size size = new Size((int) Math.round(grey.cols() * scale), (int) Math.round(grey.rows() * scale));
            resize(grey, searched, size, 0, 0, scale < 1 ? INTER_AREA : INTER_LINEAR);
        }
        return new SearchedPicture(searched, frame ? tile.frameThreshold() : tile.tileThreshold());
    }

    /** The pixels, not a copy. */
    Pixels pixels() {
        return new Pixels(grey.data().address(), grey.cols(), grey.rows(), grey.step(), grey.channels());
    }
}
