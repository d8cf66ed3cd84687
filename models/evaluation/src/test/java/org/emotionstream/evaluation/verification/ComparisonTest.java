package org.emotionstream.evaluation.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final List<List<Float>> ONE = List.of(List.of(1f));

    @Test
    void machinesMayRoundDifferentlyAndNoMore() {
        assertThat(projections(0.25f, 0.250009f)).isEqualTo("ok       projection of recorded landmarks");
        assertThat(projections(0.25f, 0.250011f))
                .isEqualTo("DIFFERS  projection of recorded landmarks: input 1, number 1: expected 0.25, found 0.250011"
                        + " (tolerance 1.0E-5)");
        assertThat(projections(0.25f, Float.NaN)).startsWith("DIFFERS");
    }

    @Test
    void ofLargeNumbersAShare() {
        assertThat(projections(-40f, -40.0003f)).startsWith("ok");
        assertThat(projections(-40f, -40.0005f)).startsWith("DIFFERS");
    }

    @Test
    void answersThatAreMissingAreNamed() {
        RecordedOutputs then = new RecordedOutputs(ONE, Map.of("model-1", ONE), Map.of());
        RecordedOutputs now = new RecordedOutputs(ONE, Map.of("model-2", ONE), Map.of());
        assertThat(Comparison.of(then, now).stream().map(Check::toString))
                .containsExactly(
                        "ok       projection of recorded landmarks",
                        "DIFFERS  answers of model-1: expected 1 answers, found 0",
                        "DIFFERS  answers of model-2: expected 0 answers, found 1");
    }

    private static String projections(float expected, float found) {
        return Comparison.of(outputs(expected), outputs(found)).get(0).toString();
    }

    private static RecordedOutputs outputs(float last) {
        return new RecordedOutputs(List.of(List.of(1f), List.of(2f, last)), Map.of(), Map.of());
    }
}
