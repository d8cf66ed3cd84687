package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.dlib.DlibPhotographs;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * On dlib's twelve photographs, boxes and points are, to the pixel, those of a small C++ program that is
 * built here on the same dlib with the same flags and sees the same pixels.
 */
class GoldenTest {
    private static final TileSettings TILE = Models.FACE_CROP;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"40, 68", "80, 36", "110, 31"})
    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    void allFacesOfAllPhotographs(int smallestFace, int expectedFaces) throws IOException {
        GoldenProgram golden = new GoldenProgram(folder);
        ImageToLandmarks step = Models.step(TILE, smallestFace);
        List<String> actual = new ArrayList<>();
        for (Path photograph : DlibPhotographs.files()) {
            byte[] encoded = Files.readAllBytes(photograph);
            Decoded outcome = (Decoded) step.apply(encoded);
            outcome.faces().forEach(face -> actual.add(line(face)));
            actual.add("end");
            try (PointerScope scope = new PointerScope()) {
                Mat picture = Encoded.decoded(encoded, false);
                TilePolicy policy = TilePolicy.of(TILE);
                SearchPlan plan = SearchPlan.of(
                        picture.cols(), picture.rows(), policy, smallestFace, PictureLimits.DEFAULT.plannedPixels());
                Mat searched = Views.of(picture, plan, policy).searched();
                golden.ask(searched, picture, TILE.margin(), TILE.frameThreshold(), outcome.faces());
            }
        }
        assertThat(actual).isEqualTo(golden.answers());
        assertThat(actual).hasSize(expectedFaces + 12);
    }

    private static String line(Face face) {
        BoundingBox box = face.box();
        TileArea area = face.area();
        StringBuilder line = new StringBuilder(box.left() + " " + box.top() + " " + box.width() + " " + box.height());
        line.append(String.format(
                Locale.ROOT, " %.0f %.0f %.0f %.0f", area.left(), area.top(), area.width(), area.height()));
        Landmarks landmarks = ((Face.Measured) face).landmarks();
        for (int i = 0; i < Landmarks.COUNT; i++) {
            line.append(' ').append(landmarks.x(i)).append(' ').append(landmarks.y(i));
        }
        return line.append(String.format(Locale.ROOT, " %.4f", face.score())).toString();
    }
}
