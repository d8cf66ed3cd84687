package org.emotionstream.endtoend.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.emotionstream.endtoend.soak.LinearFit.Point;
import org.junit.jupiter.api.Test;

class LinearFitTest {
    private static final double EXACT = 1e-12;

    @Test
    void pointsOfALineHaveItsSlope() {
        List<Point> points = List.of(new Point(1, 10), new Point(2, 12.5), new Point(4, 17.5));
        assertThat(LinearFit.of(points).slope()).isEqualTo(2.5, within(EXACT));
    }

    @Test
    void pointsBesideALineAreWeighedByTheirSquares() {
        List<Point> points = List.of(new Point(0, 1), new Point(1, 0), new Point(2, 2), new Point(3, 1));
        assertThat(LinearFit.of(points).slope()).isEqualTo(0.2, within(EXACT));
    }

    @Test
    void onePointHasNoSlope() {
        assertThat(LinearFit.of(List.of(new Point(3, 7))).slope()).isZero();
    }
}
