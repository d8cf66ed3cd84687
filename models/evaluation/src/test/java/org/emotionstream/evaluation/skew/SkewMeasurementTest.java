package org.emotionstream.evaluation.skew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.emotionstream.evaluation.skew.MadeUpServing.face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.dataset.ArchiveDataset;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.Selection;
import org.emotionstream.evaluation.dataset.TinyDataset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Serving that is wrong in one guise alone shows in the comparisons of that guise, and in no others. */
class SkewMeasurementTest {
    private static final int FACES = 12;
    private static final String NOBODY = ",,,,,,,,,";

    @TempDir
    Path folder;

    private Dataset dataset;

    @BeforeEach
    void faces() throws IOException {
        TinyDataset tiny = new TinyDataset(folder);
        for (int i = 0; i < FACES; i++) {
            tiny.add("f" + i, "valid", NOBODY, "1,happy", "g" + i, MadeUpPictures.checkerboard(48, 2 * i, 255 - i));
        }
        tiny.add("n", "valid", NOBODY, "8,noface", "gn", MadeUpPictures.checkerboard(48, 9, 99));
        dataset = ArchiveDataset.open(tiny.write());
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @Test
    void constantServingKeepsEveryFaceInEveryGuise() throws Exception {
        SkewReport report = measure((pixels, search) -> everywhere(pixels, Emotion.HAPPY), 2);
        assertThat(report.comparisons()).hasSizeGreaterThan(20).allSatisfy(comparison -> {
            assertThat(comparison.faces()).isEqualTo(FACES);
            assertThat(comparison.foundInBoth()).isEqualTo(FACES);
            assertThat(comparison.kept()).isEqualTo(1);
            assertThat(comparison.meanChange()).isZero();
        });
    }

    @Test
    void framesThatAreReadOtherwiseShowAgainstCropsAlone() throws Exception {
        SkewReport report = measure(
                (pixels, search) -> everywhere(pixels, pixels.cols() == 640 ? Emotion.ANGER : Emotion.HAPPY), 2);
        assertOnly(report, "crop against frame");
    }

    @Test
    void anotherScaleOfTheSearchShowsInItsOwnPairsAlone() throws Exception {
        SkewReport report = measure(
                (pixels, search) -> everywhere(pixels, search.smallestFace() == 160 ? Emotion.ANGER : Emotion.HAPPY),
                2);
        assertThat(changed(report)).containsExactly("smallest face 40 | 160", "smallest face 80 | 160");
    }

    @Test
    void coloursThatAreReadOtherwiseShow() throws Exception {
        SkewReport report = measure(
                (pixels, search) -> everywhere(pixels, pixels.channels() == 3 ? Emotion.ANGER : Emotion.HAPPY), 2);
        assertOnly(report, "colour against grey copy");
    }

    @Test
    void jpegsThatAreReadOtherwiseShow() throws Exception {
        Serving serving = (picture, search) -> MadeUpServing.of(
                        (pixels, same) -> everywhere(pixels, picture[0] == (byte) 0xFF ? Emotion.ANGER : Emotion.HAPPY))
                .faces(picture, search);
        assertOnly(measure(serving, 2, List.of()), "JPEG quality");
    }

    @Test
    void facesThatAreNotFoundInFramesAreNoneThatAreKept() throws Exception {
        SkewReport report =
                measure((pixels, search) -> pixels.cols() == 640 ? List.of() : everywhere(pixels, Emotion.SAD), 2);
        SkewReport.Comparison first = report.comparisons().get(0);
        assertThat(first.kind()).isEqualTo("crop against frame");
        assertThat(first.faces()).isEqualTo(FACES);
        assertThat(first.foundInBoth()).isZero();
        assertThat(first.kept()).isNaN();
    }

    @Test
    void comparesAsManyFacesAsAskedForOfThoseThatAreFound() throws Exception {
        // Half of the faces are not found even as they are.
        MadeUpServing.Eye eye = (pixels, search) ->
                (int) mean(new Mat(pixels, new Rect(6, 0, 6, 6))).get(0) % 4 == 0 && pixels.cols() == 48
                        ? List.of()
                        : everywhere(pixels, Emotion.SAD);
        assertThat(measure(eye, 2, 4).comparisons().get(0).faces()).isEqualTo(4);
        assertThat(measure(eye, 2, 100).comparisons().get(0).faces()).isEqualTo(FACES / 2);
    }

    @Test
    void threadsChangeNothing() throws Exception {
        MadeUpServing.Eye eye = (pixels, search) -> {
            double grey = mean(pixels).get(0);
            Emotion emotion = Emotion.values()[(int) grey % 8];
            return everywhere(pixels, emotion, 0.5 + grey % 1 / 2);
        };
        SkewReport alone = measure(eye, 1);
        assertThat(measure(eye, 5)).isEqualTo(alone);
        assertThat(alone.comparisons())
                .anySatisfy(each -> assertThat(each.kept()).isBetween(0.01, 0.99));
    }

    @Test
    void photographsCountEachOfTheirFaces() throws Exception {
        Path photograph = Files.write(folder.resolve("p.png"), MadeUpPictures.checkerboard(400, 0, 255));
        Serving serving = MadeUpServing.of((pixels, search) -> pixels.cols() != 400
                ? everywhere(pixels, Emotion.HAPPY)
                : List.of(
                        face(new BoundingBox(0, 0, 200, 200), Emotion.HAPPY, 0.9),
                        face(
                                new BoundingBox(200, 200, 170, 170),
                                search.smallestFace() == 160 ? Emotion.FEAR : Emotion.SAD,
                                0.9),
                        face(new BoundingBox(300, 0, 90, 90), Emotion.FEAR, 0.9)));
        List<SkewReport.Comparison> photographs = measure(serving, 2, List.of(photograph)).comparisons().stream()
                .filter(each -> each.kind().equals("smallest face in a photograph"))
                .toList();
        assertThat(photographs).extracting(SkewReport.Comparison::faces).containsExactly(3, 2, 2);
        assertThat(photographs).extracting(SkewReport.Comparison::kept).containsExactly(1.0, 0.5, 0.5);
        assertThat(photographs.get(1).meanChange()).isCloseTo((0.9 - 0.0125) / 2, within(1e-6));
    }

    private static void assertOnly(SkewReport report, String kind) {
        assertThat(report.comparisons()).allSatisfy(each -> {
            assertThat(each.kept()).as(each.guises()).isEqualTo(each.kind().equals(kind) ? 0 : 1);
            assertThat(each.meanChange() > 0.5).isEqualTo(each.kind().equals(kind));
        });
        assertThat(changed(report)).isNotEmpty();
    }

    private static List<String> changed(SkewReport report) {
        List<String> changed = new ArrayList<>();
        report.comparisons().stream().filter(each -> each.kept() < 1).forEach(each -> changed.add(each.guises()));
        return changed;
    }

    private SkewReport measure(MadeUpServing.Eye eye, int threads) {
        return measure(eye, threads, 100);
    }

    private SkewReport measure(MadeUpServing.Eye eye, int threads, int faces) {
        return new SkewMeasurement(MadeUpServing.of(eye), threads, line -> {})
                .measure(dataset, Selection.of(dataset.pictures(), "valid"), faces, List.of());
    }

    private SkewReport measure(Serving serving, int threads, List<Path> photographs) {
        return new SkewMeasurement(serving, threads, line -> {})
                .measure(dataset, Selection.of(dataset.pictures(), "valid"), 100, photographs);
    }

    private static List<Sighting> everywhere(Mat pixels, Emotion emotion) {
        return everywhere(pixels, emotion, 0.9);
    }

    /** In a frame a face wherever one could be: for tests that are not about where it is. */
    private static List<Sighting> everywhere(Mat pixels, Emotion emotion, double probability) {
        if (pixels.cols() != Frame.WIDTH) {
            return List.of(face(new BoundingBox(0, 0, pixels.cols(), pixels.rows()), emotion, probability));
        }
        List<Sighting> faces = new ArrayList<>();
        for (int side : new int[] {100, 160, 240}) {
            for (int top = 0; top < Frame.HEIGHT; top += side / 4) {
                for (int left = 0; left < Frame.WIDTH; left += side / 4) {
                    faces.add(face(new BoundingBox(left, top, side, side), emotion, probability));
                }
            }
        }
        return faces;
    }
}
