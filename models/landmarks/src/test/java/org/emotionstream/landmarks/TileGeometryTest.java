package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.emotionstream.contract.BoundingBox;
import org.junit.jupiter.api.Test;

class TileGeometryTest {
    @Test
    void scalesEdgesAndRoundsHalfUp() {
        assertThat(TileGeometry.scaled(new BoundingBox(3, -3, 10, 5), 0.5, 0.5))
                .isEqualTo(new BoundingBox(2, -1, 5, 2));
        assertThat(TileGeometry.scaled(new BoundingBox(3, 4, 10, 5), 2, 3)).isEqualTo(new BoundingBox(6, 12, 20, 15));
        assertThat(TileGeometry.scaled(new BoundingBox(0, 0, 1, 1), 0.1, 0.1)).isEqualTo(new BoundingBox(0, 0, 1, 1));
    }

    @Test
    void putsTheSquareAroundTheCentreOfTheBox() {
        assertThat(TileGeometry.squareAround(new BoundingBox(10, 20, 100, 80), 1.3))
                .isEqualTo(new BoundingBox(-5, -5, 130, 130));
    }

    @Test
    void mapsTheBoxIntoTheTile() {
        BoundingBox square = new BoundingBox(-5, -5, 130, 130);
        assertThat(TileGeometry.inTile(new BoundingBox(10, 20, 100, 80), square))
                .isEqualTo(new BoundingBox(12, 19, 76, 62));
        assertThat(TileGeometry.inTile(square, square)).isEqualTo(new BoundingBox(0, 0, 100, 100));
    }

    @Test
    void tellsTheAreaInPixelsOfThePicture() {
        assertThat(TileGeometry.area(new BoundingBox(-1, 2, 4, 4), 0.48, 0.5))
                .isEqualTo(new TileArea(-0.48, 1, 1.92, 2));
    }
}
