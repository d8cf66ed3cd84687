package org.emotionstream.bench.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelFiguresTest {
    @Test
    void roundsAreRepeatedUntilTwoAgree() {
        Iterator<Double> sums = List.of(20.0, 12.0, 10.4, 10.0, 9.9, 9.9).iterator();

        List<Map<String, Double>> rounds = KernelFigures.rounds(() -> Map.of("model-1", sums.next()));

        assertThat(rounds).hasSize(5);
    }

    @Test
    void thereAreThreeRoundsAtLeastAndTwelveAtMost() {
        double[] doubling = {1};

        assertThat(KernelFigures.rounds(() -> Map.of("model-1", 1.0))).hasSize(3);
        assertThat(KernelFigures.rounds(() -> Map.of("model-1", doubling[0] *= 2)))
                .hasSize(12);
    }

    @Test
    void aStepIsCountedOnceInTheSumAndIsTheMedianOfTheLastThreeRounds() {
        Map<String, Double> figures = KernelFigures.figures(List.of(round(50), round(1.5), round(0.5), round(1)));

        assertThat(figures)
                .containsExactly(
                        Map.entry("decode", 1.0),
                        Map.entry("find-faces", 2.0),
                        Map.entry("landmarks", 3.0),
                        Map.entry("cut-tiles", 0.5),
                        Map.entry("image-to-landmarks", 6.5),
                        Map.entry("model-1", 4.0),
                        Map.entry("sum", 10.5));
    }

    private static Map<String, Double> round(double factor) {
        Map<String, Double> steps = new LinkedHashMap<>();
        steps.put("decode", factor);
        steps.put("find-faces", 2 * factor);
        steps.put("landmarks", 3 * factor);
        steps.put("image-to-landmarks", 6.5 * factor);
        steps.put("model-1", 4 * factor);
        return steps;
    }
}
