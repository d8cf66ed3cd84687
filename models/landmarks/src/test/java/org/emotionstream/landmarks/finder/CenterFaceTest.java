package org.emotionstream.landmarks.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.emotionstream.dlib.DlibPhotographs;
import org.emotionstream.dlib.JavaCppLibraries;
import org.emotionstream.dlib.Pixels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** CenterFace on photographs; skipped without its weights. */
class CenterFaceTest {
    private static final double SURE = 0.5;

    private static CenterFaceNetwork network;

    @BeforeAll
    static void open() {
        network = CenterFaceNetwork.open(CenterFaceWeights.file());
        JavaCppLibraries.load("OpenCV", opencv_core.class);
        JavaCppLibraries.load("OpenCV", opencv_imgproc.class);
        JavaCppLibraries.load("OpenCV", opencv_imgcodecs.class);
    }

    @AfterAll
    static void close() {
        if (network != null) {
            network.close();
        }
    }

    @Test
    void findsTheFacesThatDlibFinds() {
        for (String name : List.of("2008_002506.jpg", "2008_001322.jpg", "Tom_Cruise_avp_2014_4.jpg")) {
            Mat photograph = photograph(name, IMREAD_GRAYSCALE);
            try (CenterFace centerFace = network.finder();
                    DlibFinder dlib = DlibFinder.open()) {
                List<FaceDetection> found = centerFace.find(pixels(photograph), SURE);
                List<FaceDetection> ofDlib = dlib.find(pixels(photograph), 0);

                assertThat(ofDlib).as(name).isNotEmpty();
                assertThat(ofDlib).as(name).allMatch(face -> found.stream()
                        .anyMatch(other -> other.box().overlap(face.box()) > 0.4));
            }
        }
    }

    @Test
    void placesFivePointsWhereAFaceHasThem() {
        try (CenterFace finder = network.finder()) {
            List<FaceDetection> found =
                    finder.find(pixels(photograph("Tom_Cruise_avp_2014_4.jpg", IMREAD_COLOR)), SURE);

            FivePoints points = found.get(0).points().orElseThrow();
            assertThat(points.leftEye().x()).isLessThan(points.rightEye().x());
            assertThat(points.leftMouth().x()).isLessThan(points.rightMouth().x());
            assertThat(points.nose().y())
                    .isBetween(points.leftEye().y(), points.leftMouth().y());
            assertThat(points.nose().x())
                    .isBetween(points.leftEye().x(), points.rightEye().x());
        }
    }

    @Test
    void theSamePictureHasTheSameFacesBitForBitWhateverWasSearchedBefore() {
        Mat photograph = photograph("2008_002506.jpg", IMREAD_GRAYSCALE);
        Mat small = new Mat();
        resize(photograph, small, new Size(250, 187), 0, 0, INTER_AREA);
        try (CenterFace finder = network.finder();
                CenterFace other = network.finder()) {
            List<FaceDetection> large = finder.find(pixels(photograph), 0.1);
            List<FaceDetection> shrunk = finder.find(pixels(small), 0.1);

            assertThat(large).isNotEmpty();
            assertThat(shrunk).isNotEmpty();
            assertThat(finder.find(pixels(photograph), 0.1)).isEqualTo(large);
            assertThat(finder.find(pixels(photograph), 0.1)).isEqualTo(large);
            assertThat(other.find(pixels(small), 0.1)).isEqualTo(shrunk);
        }
    }

    @Test
    void greyPixelsAreSeenAsColourOfThreeEqualPlanes() {
        Mat grey = photograph("2008_002506.jpg", IMREAD_GRAYSCALE);
        Mat colour = new Mat();
        cvtColor(grey, colour, COLOR_GRAY2BGR);
        try (CenterFace finder = network.finder()) {
            assertThat(finder.find(pixels(colour), 0.1)).isEqualTo(finder.find(pixels(grey), 0.1));
        }
    }

    @Test
    void whatAPictureLacksOfTheNextMultipleIsBlack() {
        Mat grey = photograph("2008_002506.jpg", IMREAD_GRAYSCALE);
        Mat padded = new Mat();
        int right = padding(grey.cols());
        int below = padding(grey.rows());
        assertThat(right + below).isPositive();
        copyMakeBorder(grey, padded, 0, below, 0, right, BORDER_CONSTANT, new Scalar(0, 0, 0, 0));
        try (CenterFace finder = network.finder()) {
            assertThat(finder.find(pixels(padded), SURE)).isEqualTo(finder.find(pixels(grey), SURE));
        }
    }

    @Test
    void findsNothingInAnEvenPictureOfAnySize() {
        try (CenterFace finder = network.finder()) {
            for (int[] size : new int[][] {{1, 1}, {1, 500}, {31, 33}, {640, 480}}) {
                Mat even = new Mat(size[1], size[0], CV_8UC1, new Scalar(128, 0, 0, 0));
                assertThat(finder.find(pixels(even), SURE)).isEmpty();
            }
        }
    }

    @Test
    void refusesAPictureThatIsTooLarge() {
        Mat large = new Mat(2001, 2000, CV_8UC1, new Scalar(0, 0, 0, 0));
        Mat thin = new Mat(125_001, 1, CV_8UC1, new Scalar(0, 0, 0, 0));
        try (CenterFace finder = network.finder()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> finder.find(pixels(large), SURE))
                    .withMessageContaining("up to 4000000 pixels, this picture has 2000 x 2001");
            assertThatIllegalArgumentException().isThrownBy(() -> finder.find(pixels(thin), SURE));
        }
    }

    @Test
    void searchesNothingOnceClosed() {
        CenterFace finder = network.finder();
        finder.close();
        Mat even = new Mat(32, 32, CV_8UC1, new Scalar(0, 0, 0, 0));
        assertThatIllegalStateException().isThrownBy(() -> finder.find(pixels(even), SURE));
    }

    private static int padding(int side) {
        return Math.floorMod(-side, CenterFacePlanes.MULTIPLE);
    }

    private static Mat photograph(String name, int mode) {
        return imread(DlibPhotographs.file(name).toString(), mode);
    }

    private static Pixels pixels(Mat picture) {
        return new Pixels(picture.data().address(), picture.cols(), picture.rows(), picture.step(), picture.channels());
    }
}
