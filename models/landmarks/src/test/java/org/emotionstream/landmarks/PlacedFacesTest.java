package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.dlib.DlibPhotographs;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of faces as large as the answer states or larger, at known places in large frames, 95 in 100 are found. */
class PlacedFacesTest {
    /** Around the box of a face: hair and chin are part of what the detector looks at. */
    private static final double AROUND = 2;

    @ParameterizedTest
    @CsvSource({"4000, 3000, 40, 80", "4000, 3000, 40, 160", "4000, 3000, 80, 80", "8000, 6000, 40, 160"})
    void facesOfTheStatedSizeAreFound(int width, int height, int smallestFace, int size) throws IOException {
        Mat frame = new Mat(height, width, CV_8UC3, new Scalar(128, 120, 110, 0));
        List<BoundingBox> placed = place(faces(), frame, size);
        Decoded answer = (Decoded) Models.step(Models.FACE_CROP, smallestFace).apply(Encoded.as(".jpg", frame));

        assertThat(answer.smallestFace()).isLessThanOrEqualTo(size);
        long found = placed.stream()
                .filter(face ->
                        answer.faces().stream().anyMatch(other -> other.box().overlap(face) > 0.4))
                .count();
        assertThat((double) found / placed.size()).isGreaterThanOrEqualTo(0.95);
    }

    /** Every clear face of dlib's photographs, with its surroundings. */
    private static List<Mat> faces() throws IOException {
        ImageToLandmarks step = Models.step(Models.FACE_CROP, 80);
        List<Mat> faces = new ArrayList<>();
        for (Path file : DlibPhotographs.files()) {
            byte[] encoded = Files.readAllBytes(file);
            Mat picture = Encoded.decoded(encoded, true);
            for (Face face : ((Decoded) step.apply(encoded)).faces()) {
                if (face.score() > 0.5) {
                    faces.add(Pictures.part(picture, TileGeometry.squareAround(face.box(), AROUND))
                            .clone());
                }
            }
        }
        return faces;
    }

    /** As many as are answered, on a grid, each at another place of its cell. */
    private static List<BoundingBox> place(List<Mat> faces, Mat frame, int size) {
        int side = (int) Math.round(size * AROUND);
        int columns = 8;
        int rows = 7;
        List<BoundingBox> placed = new ArrayList<>();
        for (int i = 0; i < columns * rows; i++) {
            Mat scaled = new Mat();
            Mat face = faces.get(i % faces.size());
            resize(face, scaled, new Size(side, side), 0, 0, side < face.cols() ? INTER_AREA : INTER_LINEAR);
            int left = i % columns * (frame.cols() / columns) + i * 7 % 61;
            int top = i / columns * (frame.rows() / rows) + i * 11 % 53;
            scaled.copyTo(new Mat(frame, new Rect(left, top, side, side)));
            placed.add(new BoundingBox(left + (side - size) / 2, top + (side - size) / 2, size, size));
        }
        return placed;
    }
}
