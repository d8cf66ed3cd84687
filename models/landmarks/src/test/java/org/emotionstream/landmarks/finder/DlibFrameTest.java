package org.emotionstream.landmarks.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.emotionstream.landmarks.finder.FivePoints.Point;
import org.junit.jupiter.api.Test;

class DlibFrameTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final FaceBox BOX = new FaceBox(100, 200, 80, 125);

    /** Mean 140, 263; root mean square distance 26. */
    private static final FivePoints POINTS = new FivePoints(
            new Point(140 - 26, 263),
            new Point(140 + 26, 263),
            new Point(140, 263),
            new Point(140, 263 - k()),
            new Point(140, 263 + k()));

    /** So that five squares add up to 5 x 26 x 26. */
    private static double k() {
        return 26 * Math.sqrt(1.5);
    }

    @Test
    void isASquareAroundThePoints() {
        FaceBox frame = DlibFrame.of(face(Optional.of(POINTS)));
        assertThat(frame.width()).isCloseTo(3.966 * 26, EXACT);
        assertThat(frame.height()).isCloseTo(frame.width(), EXACT);
        assertThat(frame.left() + frame.width() / 2).isCloseTo(140, EXACT);
        assertThat(frame.top() + frame.height() / 2).isCloseTo(263 - 0.023 * 26, EXACT);
    }

    @Test
    void isASquareAroundTheLowerHalfOfTheBoxWhenThereAreNoPoints() {
        FaceBox frame = DlibFrame.of(face(Optional.empty()));
        assertThat(frame.width()).isCloseTo(1.003 * 100, EXACT);
        assertThat(frame.left() + frame.width() / 2).isCloseTo(140, EXACT);
        assertThat(frame.top() + frame.height() / 2).isCloseTo(262.5 + 0.066 * 125, EXACT);
    }

    @Test
    void staysAsLargeAsTheBoxWantsWherePointsLieCloseTogether() {
        Point point = new Point(120, 260);
        FaceBox frame = DlibFrame.of(face(Optional.of(new FivePoints(point, point, point, point, point))));
        assertThat(frame.width()).isCloseTo(0.92 * 1.003 * 100, EXACT);
        assertThat(frame.left() + frame.width() / 2).isCloseTo(120, EXACT);
    }

    @Test
    void growsAndMovesWithTheFace() {
        FaceBox frame = DlibFrame.of(face(Optional.of(POINTS)));
        List<Point> doubled = POINTS.all().stream()
                .map(point -> new Point(2 * point.x() + 7, 2 * point.y() - 9))
                .toList();
        FivePoints points =
                new FivePoints(doubled.get(0), doubled.get(1), doubled.get(2), doubled.get(3), doubled.get(4));
        FaceBox grown = DlibFrame.of(new FaceDetection(new FaceBox(207, 391, 160, 250), 0.9, Optional.of(points)));
        assertThat(grown.width()).isCloseTo(2 * frame.width(), EXACT);
        assertThat(grown.left()).isCloseTo(2 * frame.left() + 7, EXACT);
        assertThat(grown.top()).isCloseTo(2 * frame.top() - 9, EXACT);
    }

    private static FaceDetection face(Optional<FivePoints> points) {
        return new FaceDetection(BOX, 0.9, points);
    }
}
