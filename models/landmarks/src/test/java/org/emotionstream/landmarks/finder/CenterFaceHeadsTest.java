package org.emotionstream.landmarks.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.emotionstream.landmarks.finder.FivePoints.Point;
import org.junit.jupiter.api.Test;

class CenterFaceHeadsTest {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 64;

    private final MadeUpHeads made = new MadeUpHeads(20, 16);

    @Test
    void aHotCellIsAFaceAroundItsMiddleMovedByTheOffset() {
        made.face(3, 5, 0.9f, 40, 30).offset(3, 5, 0.25f, -0.5f);

        FaceDetection face = only(faces(0.5));

        assertThat(face.score()).isEqualTo(0.9f);
        // Middle of the cell in row 3: 14; a quarter of a cell further down: 15. In column 5: 22, less a half: 20.
        assertThat(face.box().top()).isCloseTo(15 - 20, within(1e-5));
        assertThat(face.box().left()).isCloseTo(20 - 15, within(1e-5));
        assertThat(face.box().height()).isCloseTo(40, within(1e-4));
        assertThat(face.box().width()).isCloseTo(30, within(1e-4));
    }

    @Test
    void pointsAreSharesOfTheBoxFromItsTopLeftCorner() {
        made.face(8, 10, 0.9f, 40, 20);
        for (int point = 0; point < FivePoints.COUNT; point++) {
            made.point(8, 10, point, 0.1f * point, 0.2f * point);
        }

        FaceDetection face = only(faces(0.5));

        List<Point> points = face.points().orElseThrow().all();
        for (int point = 0; point < FivePoints.COUNT; point++) {
            assertThat(points.get(point).y()).isCloseTo(face.box().top() + 40 * 0.1 * point, within(1e-4));
            assertThat(points.get(point).x()).isCloseTo(face.box().left() + 20 * 0.2 * point, within(1e-4));
        }
    }

    @Test
    void aCellBelowTheThresholdIsNoFaceAndOneAtItIs() {
        made.face(3, 5, 0.5f, 20, 20);

        assertThat(faces(0.5)).hasSize(1);
        assertThat(faces(Math.nextUp(0.5))).isEmpty();
    }

    @Test
    void onlyTheHottestOfNeighbouringCellsIsAFace() {
        made.face(3, 5, 0.8f, 4, 4).face(3, 6, 0.9f, 4, 4).face(4, 7, 0.7f, 4, 4);

        assertThat(only(faces(0.5)).score()).isEqualTo(0.9f);
    }

    @Test
    void ofEqualNeighboursTheFirstIsTheFace() {
        made.face(3, 5, 0.8f, 4, 4).face(3, 6, 0.8f, 4, 4).face(4, 5, 0.8f, 4, 4);

        assertThat(only(faces(0.5)).box().left()).isCloseTo(20, within(1e-5));
    }

    @Test
    void theWorseOfTwoBoxesThatOverlapIsDropped() {
        // Two boxes of 40 pixels, 16 pixels apart, share 24 of 56 columns: .43.
        made.face(8, 6, 0.8f, 40, 40).face(8, 10, 0.9f, 40, 40);
        // 24 pixels apart: 16 of 64 columns, .25.
        made.face(8, 16, 0.7f, 40, 40);

        assertThat(faces(0.5)).extracting(FaceDetection::score).containsExactly((double) 0.9f, (double) 0.7f);
    }

    @Test
    void theBestComesFirstAndEqualOnesFromTheTop() {
        made.face(12, 3, 0.7f, 8, 8)
                .face(3, 12, 0.7f, 8, 8)
                .face(12, 12, 0.9f, 8, 8)
                .face(3, 3, 0.6f, 8, 8);

        assertThat(faces(0.5)).extracting(face -> Math.round(face.box().top())).containsExactly(46L, 10L, 46L, 10L);
        assertThat(faces(0.5)).extracting(FaceDetection::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void whatOnlyFillsTheMapHoldsNoFace() {
        made.face(3, 15, 0.9f, 8, 8).face(12, 3, 0.9f, 8, 8).face(3, 3, 0.9f, 8, 8);

        assertThat(made.heads().faces(60, 48, 0.5)).hasSize(1);
        assertThat(made.heads().faces(61, 48, 0.5)).hasSize(2);
        assertThat(made.heads().faces(60, 49, 0.5)).hasSize(2);
        assertThat(made.heads().faces(10, 10, 0.5)).isEmpty();
    }

    @Test
    void aBoxReachesBeyondThePictureWithItsSizeKept() {
        made.face(0, 0, 0.9f, 40, 40);

        FaceBox box = only(faces(0.5)).box();
        assertThat(box.left()).isCloseTo(2 - 20, within(1e-4));
        assertThat(box.width()).isCloseTo(40, within(1e-4));
    }

    @Test
    void whatIsNoNumberOrLargerThanAnyPictureIsNoFace() {
        made.face(2, 2, Float.NaN, 8, 8)
                .face(2, 8, 0.9f, Float.NaN, 8)
                .face(2, 14, 0.9f, 8, Float.POSITIVE_INFINITY)
                .face(8, 2, 0.9f, 8, 170)
                .face(8, 8, 0.9f, 0, 8)
                .face(8, 14, 0.9f, 8, 8)
                .offset(8, 14, Float.NEGATIVE_INFINITY, 0);

        assertThat(faces(0.5)).isEmpty();
    }

    @Test
    void pointsThatAreNoNumbersAreNoneAndTheFaceStays() {
        made.face(8, 10, 0.9f, 40, 20).point(8, 10, 3, Float.NaN, 0.5f);

        assertThat(only(faces(0.5)).points()).isEmpty();
    }

    @Test
    void anEmptyMapHoldsNoFace() {
        assertThat(faces(1e-9)).isEmpty();
    }

    private List<FaceDetection> faces(double threshold) {
        return made.heads().faces(WIDTH, HEIGHT, threshold);
    }

    private static FaceDetection only(List<FaceDetection> faces) {
        assertThat(faces).hasSize(1);
        return faces.get(0);
    }
}
