package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.dlib.FaceDetector;
import org.emotionstream.landmarks.SearchPlan.Kind;
import org.emotionstream.landmarks.finder.SearchReach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchPlanTest {
    private static final TilePolicy FACE_CROP =
            TilePolicy.of(new TileSettings("face-crop", 100, "grey", "area-linear", 1.3, 0.25, -0.5));

    private static final long MOST = 20_000_000;

    private static SearchPlan plan(long width, long height, int smallestFace) {
        return SearchPlan.of(width, height, FACE_CROP, smallestFace, MOST);
    }

    @Test
    void frameAtTheScaleOfTheSmallestFace() {
        assertThat(plan(640, 480, 80)).isEqualTo(new SearchPlan(Kind.FRAME, 640, 480, 0.25, 80));
        assertThat(plan(640, 480, 40)).isEqualTo(new SearchPlan(Kind.FRAME, 1280, 960, 0.25, 40));
        assertThat(plan(640, 480, 160)).isEqualTo(new SearchPlan(Kind.FRAME, 320, 240, 0.25, 160));
    }

    @Test
    void tilePictureToAShorterSideOf100() {
        assertThat(plan(48, 48, 40)).isEqualTo(new SearchPlan(Kind.TILE_PICTURE, 100, 100, -0.5, 39));
        assertThat(plan(149, 298, 40)).isEqualTo(new SearchPlan(Kind.TILE_PICTURE, 100, 200, -0.5, 120));
        assertThat(plan(150, 298, 80)).isEqualTo(new SearchPlan(Kind.FRAME, 150, 298, 0.25, 80));
    }

    @Test
    void aPictureThatWouldExceedTheLimitIsPlannedAtTheLargestScaleThatDoesNot() {
        // A phone's 12 megapixels, by the default of demo: 40 would need 48 megapixels.
        SearchPlan phone = plan(4032, 3024, 40);

        assertThat(phone).isEqualTo(new SearchPlan(Kind.FRAME, 5163, 3872, 0.25, 63));
        assertThat(phone.width() * phone.height()).isBetween(MOST - 20_000, MOST);
        assertThat(plan(4032, 3024, 80).width()).isEqualTo(4032);
        assertThat(plan(8000, 6000, 80).smallestFace()).isEqualTo(124);
        assertThat(plan(8000, 6000, 200).smallestFace()).isEqualTo(200);
    }

    @Test
    void theSmallestFaceThatIsStatedIsNeverTooSmall() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            long width = 150 + random.nextInt(9_000);
            long height = 150 + random.nextInt(Math.toIntExact(50_000_000 / width) - 149);
            SearchPlan plan = plan(width, height, 40 + random.nextInt(200));

            double scale = Math.min((double) plan.width() / width, (double) plan.height() / height);
            // What is searched is rounded to whole pixels.
            double rounding = 0.51 / Math.min(plan.width(), plan.height());
            assertThat(plan.smallestFace() * scale)
                    .as(width + " x " + height + ": " + plan)
                    .isGreaterThanOrEqualTo(80 * (1 - rounding));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1, 60000",
        "65000, 1",
        "100000, 2",
        "65000, 149",
        "65000, 769",
        "65000, 150",
        "50000000, 1",
        "3, 16666666",
        "7071, 7071",
        "149, 335570",
        "150, 333333",
        "1000000, 50",
        "8, 6250000"
    })
    void noPictureHoweverThinIsPlannedBeyondTheLimit(long width, long height) {
        for (int smallestFace : new int[] {40, 80, 1000}) {
            SearchPlan plan = plan(width, height, smallestFace);

            assertThat(plan.width() * plan.height()).isBetween(1L, MOST);
            assertThat(plan.width()).isBetween(1L, (long) FaceDetector.MOST_WIDTH);
            assertThat(plan.height()).isBetween(1L, (long) FaceDetector.MOST_WIDTH);
            assertThat(plan.smallestFace()).isPositive();
        }
    }

    @Test
    void rotationChangesNothingButTheOrder() {
        for (long limit : new long[] {MOST, 100_000}) {
            SearchPlan lying = SearchPlan.of(333, 777, FACE_CROP, 70, limit);
            SearchPlan standing = SearchPlan.of(777, 333, FACE_CROP, 70, limit);
            assertThat(standing)
                    .isEqualTo(new SearchPlan(Kind.FRAME, lying.height(), lying.width(), 0.25, lying.smallestFace()));
        }
    }

    @Test
    void theScaleIsThatOfTheFinder() {
        SearchReach reach = new SearchReach(20, 1_000_000, 2_000, 210);

        assertThat(SearchPlan.of(640, 480, FACE_CROP, reach, 80, MOST))
                .isEqualTo(new SearchPlan(Kind.FRAME, 160, 120, 0.25, 80));
        assertThat(SearchPlan.of(640, 480, FACE_CROP, reach, 20, MOST))
                .isEqualTo(new SearchPlan(Kind.FRAME, 640, 480, 0.25, 20));
        assertThat(SearchPlan.of(48, 48, FACE_CROP, reach, 20, MOST))
                .isEqualTo(new SearchPlan(Kind.TILE_PICTURE, 100, 100, -0.5, 10));
    }

    @Test
    void aFinderIsNotAskedForMoreThanItCan() {
        SearchReach reach = new SearchReach(20, 1_000_000, 2_000, 210);

        SearchPlan phone = SearchPlan.of(4032, 3024, FACE_CROP, reach, 40, MOST);
        assertThat(phone).isEqualTo(new SearchPlan(Kind.FRAME, 1154, 866, 0.25, 70));
        SearchPlan strip = SearchPlan.of(40_000, 150, FACE_CROP, reach, 20, MOST);
        assertThat(strip.width()).isEqualTo(2_000);
        assertThat(SearchPlan.of(4032, 3024, FACE_CROP, reach, 40, 500_000).width())
                .isEqualTo(816);
    }

    @Test
    void wholePictureTo100By100() {
        TilePolicy paper = TilePolicy.of(new TileSettings("whole-picture", 100, "bgr", "linear", 0, 0, -0.5));
        assertThat(SearchPlan.of(640, 480, paper, 40, MOST))
                .isEqualTo(new SearchPlan(Kind.WHOLE_PICTURE, 100, 100, -0.5, 512));
    }
}
