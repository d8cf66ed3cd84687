package org.emotionstream.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeatureLayoutTest {
    @Test
    void thereAre2249DistinctNames() {
        assertThat(FeatureLayout.names())
                .hasSize(2249)
                .hasSize(FeatureLayout.COUNT)
                .doesNotHaveDuplicates();
    }

    @Test
    void fiveRatiosComeFirst() {
        assertThat(FeatureLayout.names().subList(0, 5))
                .containsExactly(
                        "ratio(mouth-height/mouth-width)",
                        "ratio(left-eye-height/left-eye-width)",
                        "ratio(right-eye-height/right-eye-width)",
                        "ratio(left-brow-height/eyes-width)",
                        "ratio(right-brow-height/eyes-width)");
        assertThat(FeatureLayout.names().stream().filter(name -> name.startsWith("ratio")))
                .hasSize(5);
    }

    @Test
    void thenThe34ActiveLandmarksForEachPairOfConstantsInTheirOrder() {
        assertThat(name(5)).isEqualTo("angle(0;1,17)");
        assertThat(name(6)).isEqualTo("angle(0;1,18)");
        assertThat(name(14)).isEqualTo("angle(0;1,26)");
        assertThat(name(15)).isEqualTo("angle(0;1,36)");
        assertThat(name(38)).isEqualTo("angle(0;1,59)");
        assertThat(name(39)).isEqualTo("angle(0;2,17)");
        assertThat(name(5 + 10 * 34)).isEqualTo("angle(0;9,17)");
        assertThat(name(5 + 11 * 34)).isEqualTo("angle(1;2,17)");
        assertThat(name(2248)).isEqualTo("angle(8;9,59)");
    }

    /** With the vertex at the first of a pair, the order of the constants decides these 18 pairs. */
    @Test
    void theChinComesAfterTheNoseAndTheRightJaw() {
        assertThat(FeatureLayout.names()).contains("angle(14;7,17)", "angle(29;9,59)");
        assertThat(FeatureLayout.names()).doesNotContain("angle(7;14,17)", "angle(9;29,59)");
        assertThat(FeatureLayout.names().stream().filter(name -> name.matches("angle\\((14|15|16|27|28|29);[789],.*")))
                .hasSize(612);
    }

    /** A release is bound to this hash: whoever changes it makes all earlier releases useless. */
    @Test
    void theHashIsThatOfAllReleases() {
        assertThat(FeatureLayout.hash()).isEqualTo("95c69a93dbfda7d1c4f8d49349230410679718a54f13caefe6c9afd53e9d75e0");
    }

    private static String name(int position) {
        return FeatureLayout.names().get(position);
    }
}
