package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Landmarks;
import org.junit.jupiter.api.Test;

class PlacedPointsTest {
    private static final int[] POINTS = points();

    @Test
    void comeBackToThePixelsInWhichTheyWerePlaced() {
        BoundingBox square = new BoundingBox(-10, 20, 100, 100);
        assertThat(PlacedPoints.in(square, 100, POINTS).inTile(square)).isEqualTo(Landmarks.of(POINTS));
    }

    @Test
    void areRoundedToThePixelThatHoldsThem() {
        int[] points = new int[136];
        points[0] = 101;
        points[1] = 100;
        Landmarks inTile =
                PlacedPoints.in(new BoundingBox(0, 0, 50, 50), 200, points).inTile(new BoundingBox(0, 0, 50, 50));
        assertThat(inTile.x(0)).isEqualTo(50);
        assertThat(inTile.y(0)).isEqualTo(50);
    }

    @Test
    void frameASquareThatGrowsAndMovesWithTheFace() {
        BoundingBox near =
                PlacedPoints.in(new BoundingBox(0, 0, 400, 400), 200, POINTS).square(1.2);
        BoundingBox far = PlacedPoints.in(new BoundingBox(1000, 500, 200, 200), 200, POINTS)
                .square(1.2);
        assertThat(far.width()).isCloseTo(near.width() / 2, within(1));
        assertThat(far.left() - 1000).isCloseTo(near.left() / 2, within(1));
        assertThat(far.top() - 500).isCloseTo(near.top() / 2, within(1));
    }

    @Test
    void frameTheSameSquareWhateverTheMouthDoes() {
        int[] open = POINTS.clone();
        for (int point = 48; point < 68; point++) {
            open[2 * point + 1] += 30;
        }
        BoundingBox shown = new BoundingBox(0, 0, 200, 200);
        assertThat(PlacedPoints.in(shown, 200, open).square(1.2))
                .isEqualTo(PlacedPoints.in(shown, 200, POINTS).square(1.2));
    }

    @Test
    void frameASquareOfTheMarginTimesTheirSpread() {
        BoundingBox shown = new BoundingBox(0, 0, 200, 200);
        int one = PlacedPoints.in(shown, 200, POINTS).square(1).width();
        assertThat(PlacedPoints.in(shown, 200, POINTS).square(2).width()).isCloseTo(2 * one, within(1));
    }

    private static int[] points() {
        java.util.Random random = new java.util.Random(5);
        int[] points = new int[136];
        for (int i = 0; i < points.length; i++) {
            points[i] = 30 + random.nextInt(140);
        }
        return points;
    }
}
