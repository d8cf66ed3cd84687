package org.emotionstream.evaluation.skew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.emotionstream.evaluation.skew.MadeUpServing.face;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Emotion;
import org.junit.jupiter.api.Test;

class FaceFreeMeasurementTest {
    private static final BoundingBox BOX = new BoundingBox(0, 0, 50, 50);

    /** What the detector sees in picture n, at any threshold: n % 3 boxes. */
    private static List<Sighting> boxes(int picture) {
        List<Sighting> all =
                List.of(face(BOX, 0.3, Emotion.NO_FACE, 0.9), face(BOX, -0.1, Emotion.HAPPY, picture < 6 ? 0.9 : 0.2));
        return all.subList(0, picture % 3);
    }

    private final Serving serving = (picture, search) -> boxes(picture[0]).stream()
            .filter(box -> box.score() >= search.threshold().orElse(-0.2))
            .toList();

    @Test
    void countsBoxesAndWhatTheyBecome() throws Exception {
        List<FaceFreeReport.Source> sources = measure(1);
        // Pictures 0 to 8: three without a box, three with the first, three with both.
        FaceFreeReport.Source own = sources.get(0);
        assertThat(own).isEqualTo(new FaceFreeReport.Source("sky", 9, 9, 6, 1, 2));
        assertThat(own.boxesPerThousand()).isEqualTo(1000);
        assertThat(own.emotionsPerThousand()).isCloseTo(222.2, within(0.1));
    }

    @Test
    void countsAtOtherThresholdsWhatTheyLeave() throws Exception {
        List<FaceFreeReport.Source> sources = measure(1);
        assertThat(sources)
                .extracting(FaceFreeReport.Source::name)
                .containsExactly(
                        "sky",
                        "sky, detector threshold -0.5",
                        "sky, detector threshold -0.25",
                        "sky, detector threshold 0.0",
                        "sky, detector threshold 0.25");
        assertThat(sources).extracting(FaceFreeReport.Source::boxes).containsExactly(9, 9, 9, 6, 6);
        assertThat(sources).extracting(FaceFreeReport.Source::emotions).containsExactly(2, 2, 2, 0, 0);
    }

    @Test
    void aBoxThatCannotBeMeasuredIsABoxAndNothingElse() throws Exception {
        Serving unmeasurable = (picture, search) -> List.of(MadeUpServing.unmeasured(BOX));
        FaceFreeReport.Source own = new FaceFreeMeasurement(unmeasurable, 1, line -> {})
                .measure("sky", new FaceFreePictures(2, index -> new byte[1]))
                .get(0);
        assertThat(own).isEqualTo(new FaceFreeReport.Source("sky", 2, 2, 0, 0, 0));
    }

    @Test
    void threadsChangeNothingAndProgressIsTold() throws Exception {
        assertThat(measure(4)).isEqualTo(measure(1));
        List<String> told = new ArrayList<>();
        new FaceFreeMeasurement(serving, 2, told::add).measure("sky", pictures());
        assertThat(told).last().isEqualTo("sky without faces: 9 of 9");
    }

    @Test
    void searchesAsTheReleaseSays() throws Exception {
        List<OptionalDouble> searches = new ArrayList<>();
        Serving recording = (picture, search) -> {
            searches.add(search.threshold());
            return List.of();
        };
        new FaceFreeMeasurement(recording, 1, line -> {}).measure("sky", new FaceFreePictures(1, index -> new byte[1]));
        assertThat(searches).containsExactly(OptionalDouble.empty(), OptionalDouble.of(-0.5));
    }

    private List<FaceFreeReport.Source> measure(int threads) {
        return new FaceFreeMeasurement(serving, threads, line -> {}).measure("sky", pictures());
    }

    private static FaceFreePictures pictures() {
        return new FaceFreePictures(9, index -> new byte[] {(byte) index});
    }
}
