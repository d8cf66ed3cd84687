package org.emotionstream.paper.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every number is its own index in Keras's order: where it goes can be read off. */
class LayoutTest {
    @Test
    void aKernelOfHeightWidthPlanesFilters() {
        // [2][3][2][4]: index = ((y * 3 + x) * 2 + plane) * 4 + filter
        float[] ours = Layout.kernel(counted(48), 2, 3, 2, 4);
        assertThat(ours)
                .startsWith(0, 8, 16, 24, 32, 40, 4, 12, 20, 28, 36, 44, 1, 9)
                .hasSize(48);
        for (int filter = 0; filter < 4; filter++) {
            for (int plane = 0; plane < 2; plane++) {
                for (int y = 0; y < 2; y++) {
                    for (int x = 0; x < 3; x++) {
                        assertThat(ours[((filter * 2 + plane) * 2 + y) * 3 + x])
                                .isEqualTo(((y * 3 + x) * 2 + plane) * 4 + filter);
                    }
                }
            }
        }
    }

    @Test
    void aDenseKernelOfInputsOutputs() {
        assertThat(Layout.dense(counted(6), 3, 2)).containsExactly(0, 2, 4, 1, 3, 5);
    }

    @Test
    void theFirstInputsMovedBehindTheOthers() {
        assertThat(Layout.firstInputsLast(counted(10), 2, 2)).containsExactly(4, 5, 6, 7, 8, 9, 0, 1, 2, 3);
    }

    @Test
    void thePlanesInTheOppositeOrder() {
        // Two filters of three planes of two pixels.
        assertThat(Layout.planesReversed(counted(12), 2, 3)).containsExactly(4, 5, 2, 3, 0, 1, 10, 11, 8, 9, 6, 7);
    }

    private static float[] counted(int count) {
        float[] numbers = new float[count];
        IntStream.range(0, count).forEach(i -> numbers[i] = i);
        return numbers;
    }
}
