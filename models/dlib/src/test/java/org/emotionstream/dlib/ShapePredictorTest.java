package org.emotionstream.dlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapePredictorTest {
    private static ShapePredictor predictor;

    @BeforeAll
    static void load() {
        predictor = ShapePredictor.open(ShapePredictor.DEBIAN_MODEL);
    }

    @AfterAll
    static void free() {
        predictor.close();
    }

    @Test
    void placesThePointsOfAFaceWhereTheyBelong() throws IOException {
        try (NativePixels photograph = NativePixels.grey(DlibPhotographs.file("2009_004587.jpg"));
                FaceDetector detector = FaceDetector.open()) {
            Detection face = detector.detect(photograph.view(), 0).get(0);
            int[] points = predict(photograph, face);
            int chin = 8;
            int noseTip = 30;
            int leftEye = 36;
            int rightEye = 45;
            assertThat(points).hasSize(136);
            assertThat(points[2 * leftEye]).isLessThan(points[2 * noseTip]);
            assertThat(points[2 * noseTip]).isLessThan(points[2 * rightEye]);
            assertThat(points[2 * leftEye + 1]).isLessThan(points[2 * noseTip + 1]);
            assertThat(points[2 * noseTip + 1]).isLessThan(points[2 * chin + 1]);
            assertThat(points[2 * noseTip]).isBetween(face.left(), face.right());
        }
    }

    @Test
    void placesTheSamePointsFromManyThreads() throws IOException {
        try (NativePixels photograph = NativePixels.grey(DlibPhotographs.file("2009_004587.jpg"))) {
            Detection somewhere = new Detection(150, 45, 238, 132, 0);
            int[] expected = predict(photograph, somewhere);
            assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> predict(photograph, somewhere)))
                    .allSatisfy(points -> assertThat(points).containsExactly(expected));
        }
    }

    @Test
    void bearsABoxOutsideOfThePicture() {
        try (NativePixels pixels = NativePixels.black(100, 100)) {
            assertThat(predictor.predict(pixels.view(), -500, -500, -400, -400)).hasSize(136);
        }
    }

    private static int[] predict(NativePixels pixels, Detection box) {
        return predictor.predict(pixels.view(), box.left(), box.top(), box.right(), box.bottom());
    }

    @Test
    void saysWhatToInstallWhenTheModelIsMissing(@TempDir Path folder) {
        Path missing = folder.resolve("nowhere.dat");
        assertThatExceptionOfType(DlibException.class)
                .isThrownBy(() -> ShapePredictor.open(missing))
                .withMessageContaining(missing.toString())
                .withMessageContaining("libdlib-data");
    }

    @Test
    void refusesAnotherFileAndNamesBothHashes(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("other.dat"), "not a shape predictor");
        assertThatExceptionOfType(DlibException.class)
                .isThrownBy(() -> ShapePredictor.open(other))
                .withMessageContaining(ShapePredictor.SHA256)
                .withMessageContaining("ad5773220b028494afd8bd9fb14162c240ea29a53daccfd6e06a658d0b48d2c0");
    }

    @Test
    void refusesToPredictOnceClosed() {
        ShapePredictor closed = ShapePredictor.open(ShapePredictor.DEBIAN_MODEL);
        closed.close();
        closed.close();
        try (NativePixels pixels = NativePixels.black(100, 100)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> closed.predict(pixels.view(), 0, 0, 99, 99))
                    .withMessageContaining("closed");
        }
    }
}
