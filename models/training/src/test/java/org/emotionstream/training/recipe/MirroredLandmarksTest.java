package org.emotionstream.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.emotionstream.contract.Landmarks;
import org.junit.jupiter.api.Test;

class MirroredLandmarksTest {
    private static final Landmarks FACE =
            Landmarks.of(IntStream.range(0, 136).map(i -> (i * 37) % 100).toArray());

    @Test
    void mirroredTwiceIsTheSameFace() {
        assertThat(MirroredLandmarks.of(MirroredLandmarks.of(FACE))).isEqualTo(FACE);
    }

    @Test
    void thePointsSwapTheirSides() {
        Landmarks mirrored = MirroredLandmarks.of(FACE);
        int[][] pairs = {
            {0, 16}, {8, 8}, {17, 26}, {30, 30}, {31, 35}, {36, 45}, {37, 44}, {39, 42}, {40, 47}, {41, 46}, {48, 54},
            {51, 51}, {55, 59}, {57, 57}, {60, 64}, {62, 62}, {65, 67}, {66, 66}
        };
        for (int[] pair : pairs) {
            assertThat(mirrored.x(pair[0])).as("x of point " + pair[0]).isEqualTo(99 - FACE.x(pair[1]));
            assertThat(mirrored.y(pair[1])).as("y of point " + pair[1]).isEqualTo(FACE.y(pair[0]));
        }
    }
}
