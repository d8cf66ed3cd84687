package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.landmarks.SearchPlan.Kind;
import org.junit.jupiter.api.Test;

class SearchPlanTest {
    private static final TilePolicy FACE_CROP =
            TilePolicy.of(new TileSettings("face-crop", 100, "grey", "area-linear", 1.3, 0.25, -0.5));

    @Test
    void frameAtTheScaleOfTheSmallestFace() {
        assertThat(SearchPlan.of(640, 480, FACE_CROP, 80)).isEqualTo(new SearchPlan(Kind.FRAME, 640, 480, 0.25));
        assertThat(SearchPlan.of(640, 480, FACE_CROP, 40)).isEqualTo(new SearchPlan(Kind.FRAME, 1280, 960, 0.25));
        assertThat(SearchPlan.of(640, 480, FACE_CROP, 160)).isEqualTo(new SearchPlan(Kind.FRAME, 320, 240, 0.25));
    }

    @Test
    void tilePictureToAShorterSideOf100() {
        assertThat(SearchPlan.of(48, 48, FACE_CROP, 40)).isEqualTo(new SearchPlan(Kind.TILE_PICTURE, 100, 100, -0.5));
        assertThat(SearchPlan.of(149, 298, FACE_CROP, 40)).isEqualTo(new SearchPlan(Kind.TILE_PICTURE, 100, 200, -0.5));
        assertThat(SearchPlan.of(150, 298, FACE_CROP, 80)).isEqualTo(new SearchPlan(Kind.FRAME, 150, 298, 0.25));
    }

    @Test
    void aLineOfPixelsIsPlannedAtItsTrueCost() {
        assertThat(SearchPlan.of(1, 60_000, FACE_CROP, 80).pixels()).isEqualTo(600_000_000);
    }

    @Test
    void rotationChangesNothingButTheOrder() {
        SearchPlan lying = SearchPlan.of(333, 777, FACE_CROP, 70);
        SearchPlan standing = SearchPlan.of(777, 333, FACE_CROP, 70);
        assertThat(standing).isEqualTo(new SearchPlan(Kind.FRAME, lying.height(), lying.width(), 0.25));
    }

    @Test
    void wholePictureTo100By100() {
        TilePolicy paper = TilePolicy.of(new TileSettings("whole-picture", 100, "bgr", "linear", 0, 0, -0.5));
        assertThat(SearchPlan.of(640, 480, paper, 40)).isEqualTo(new SearchPlan(Kind.WHOLE_PICTURE, 100, 100, -0.5));
    }
}
