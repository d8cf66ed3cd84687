package org.emotionstream.landmarks.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import java.util.List;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.dlib.Detection;
import org.emotionstream.dlib.DlibPhotographs;
import org.emotionstream.dlib.FaceDetector;
import org.emotionstream.dlib.JavaCppLibraries;
import org.emotionstream.dlib.Pixels;
import org.junit.jupiter.api.Test;

class DlibFinderTest {
    @Test
    void hasTheDetectionsOfDlibInTheirOrder() {
        JavaCppLibraries.load("OpenCV", opencv_imgcodecs.class);
        Mat photograph = imread(DlibPhotographs.file("2008_001322.jpg").toString(), IMREAD_GRAYSCALE);
        Pixels pixels =
                new Pixels(photograph.data().address(), photograph.cols(), photograph.rows(), photograph.step(), 1);
        try (FaceDetector detector = FaceDetector.open();
                DlibFinder finder = DlibFinder.open()) {
            List<Detection> detections = detector.detect(pixels, -0.5);
            List<FaceDetection> faces = finder.find(pixels, -0.5);

            assertThat(detections).hasSizeGreaterThan(1);
            assertThat(faces)
                    .extracting(FaceDetection::box)
                    .containsExactlyElementsOf(detections.stream()
                            .map(face -> new FaceBox(face.left(), face.top(), face.width(), face.height()))
                            .toList());
            assertThat(faces)
                    .extracting(FaceDetection::score)
                    .containsExactlyElementsOf(
                            detections.stream().map(Detection::score).toList());
            assertThat(faces).allMatch(face -> face.points().isEmpty());
        }
    }
}
