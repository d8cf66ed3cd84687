package org.emotionstream.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.emotionstream.contract.Landmarks;
import org.emotionstream.features.Measurement.Unmeasurable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureMeasurerTest {
    private static final int[] FACE = Faces.coordinates(1);

    /** The vertex lies at 1000, 1000, the ray to the second constant points right: the rest is a compass. */
    @ParameterizedTest
    @CsvSource({
        "1010, 1000, 0",
        "1007, 1007, 45",
        "1007,  993, 45",
        "1000, 1100, 90",
        " 993, 1007, 135",
        " 900, 1000, 180"
    })
    void theAngleIsThatAtTheFirstConstantBetweenTheTwoRays(int x, int y, double degrees) {
        int[] face = FACE.clone();
        set(face, 14, 1000, 1000);
        set(face, 7, 1300, 1000);
        set(face, 50, x, y);
        assertThat(feature("angle(14;7,50)", Landmarks.of(face))).isCloseTo(Math.toRadians(degrees), within(1e-12));
    }

    @Test
    void aCosineBeyondOneByRoundingIsClamped() {
        int[] face = FACE.clone();
        set(face, 0, 1000, 1000);
        for (int x = 1; x < 100; x++) {
            for (int y = 1; y < 100; y++) {
                set(face, 1, 1000 + x, 1000 + y);
                set(face, 17, 1000 + 3 * x, 1000 + 3 * y);
                set(face, 18, 1000 - 3 * x, 1000 - 3 * y);
                assertThat(feature("angle(0;1,17)", Landmarks.of(face))).isCloseTo(0, within(1e-7));
                assertThat(feature("angle(0;1,18)", Landmarks.of(face))).isCloseTo(Math.PI, within(1e-7));
            }
        }
    }

    @Test
    void everyAngleIsWhatItsNameSays() {
        Landmarks face = Faces.of(7);
        RawFeatures features = Faces.measured(face);
        for (int i = 5; i < FeatureLayout.COUNT; i++) {
            String[] name =
                    FeatureLayout.names().get(i).replaceAll("[a-z()]", "").split("[;,]");
            int vertex = Integer.parseInt(name[0]);
            double one = direction(face, vertex, Integer.parseInt(name[1]));
            double other = direction(face, vertex, Integer.parseInt(name[2]));
            double apart = Math.abs(one - other);
            assertThat(features.get(i))
                    .as(FeatureLayout.names().get(i))
                    .isCloseTo(Math.min(apart, 2 * Math.PI - apart), within(1e-7));
        }
    }

    @Test
    void theRatiosAreOpeningsOverWidths() {
        int[] face = FACE.clone();
        set(face, 48, 0, 0);
        set(face, 54, 40, 0);
        set(face, 51, 20, -4);
        set(face, 57, 20, 6);
        set(face, 36, 0, 50);
        set(face, 39, 10, 50);
        set(face, 37, 3, 48);
        set(face, 41, 3, 52);
        set(face, 38, 6, 49);
        set(face, 40, 6, 51);
        set(face, 42, 20, 50);
        set(face, 45, 30, 50);
        set(face, 43, 23, 50);
        set(face, 47, 23, 50);
        set(face, 44, 26, 49);
        set(face, 46, 26, 53);
        set(face, 19, 3, 36);
        set(face, 20, 6, 31);
        set(face, 23, 23, 47);
        set(face, 24, 26, 43);
        double[] features = Faces.measured(Landmarks.of(face)).toArray();
        assertThat(features[0]).isEqualTo(10 / 40.0);
        assertThat(features[1]).isEqualTo(3 / 10.0);
        assertThat(features[2]).isEqualTo(2 / 10.0);
        assertThat(features[3]).isEqualTo(15 / 30.0);
        assertThat(features[4]).isEqualTo(4.5 / 30.0);
    }

    @Test
    void movedOrTwiceAsLargeItIsTheSameToTheBit() {
        int[] moved = FACE.clone();
        int[] doubled = FACE.clone();
        for (int i = 0; i < FACE.length; i++) {
            moved[i] += i % 2 == 0 ? -300 : 41;
            doubled[i] *= 2;
        }
        RawFeatures features = Faces.measured(Landmarks.of(FACE));
        assertThat(Faces.measured(Landmarks.of(moved))).isEqualTo(features);
        assertThat(Faces.measured(Landmarks.of(doubled))).isEqualTo(features);
    }

    /** The landmark that moves onto another, and the first feature that has no value then. */
    @ParameterizedTest
    @CsvSource({
        "54, 48, ratio(mouth-height/mouth-width)",
        "39, 36, ratio(left-eye-height/left-eye-width)",
        "45, 42, ratio(right-eye-height/right-eye-width)",
        "45, 36, ratio(left-brow-height/eyes-width)",
        "17,  0, 'angle(0;1,17)'",
        "36,  0, 'angle(0;1,36)'",
        " 1,  0, 'angle(0;1,17)'",
        "14,  2, 'angle(2;14,17)'",
        "39, 27, 'angle(27;28,39)'",
        " 9,  8, 'angle(8;9,17)'"
    })
    void aZeroDenominatorIsNamed(int moved, int onto, String feature) {
        Landmarks face = Faces.moved(FACE, moved, FACE[2 * onto], FACE[2 * onto + 1]);
        assertThat(FeatureMeasurer.measure(face)).isEqualTo(new Unmeasurable(feature));
    }

    /** The last constant is nobody's vertex, and two active landmarks never share an angle. */
    @ParameterizedTest
    @CsvSource({"50, 9", "40, 41", "62, 66"})
    void pointsThatShareNoDenominatorMayCoincide(int moved, int onto) {
        Landmarks face = Faces.moved(FACE, moved, FACE[2 * onto], FACE[2 * onto + 1]);
        assertThat(FeatureMeasurer.measure(face)).isInstanceOf(RawFeatures.class);
    }

    private static double feature(String name, Landmarks face) {
        return Faces.measured(face).get(FeatureLayout.names().indexOf(name));
    }

    private static double direction(Landmarks face, int from, int to) {
        return Math.atan2(face.y(to) - face.y(from), face.x(to) - face.x(from));
    }

    private static void set(int[] face, int landmark, int x, int y) {
        face[2 * landmark] = x;
        face[2 * landmark + 1] = y;
    }
}
