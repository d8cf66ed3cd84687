package org.emotionstream.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotionstream.training.network.Activation.RELU;
import static org.emotionstream.training.network.Activation.SIGMOID;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaperArchitectureTest {
    @ParameterizedTest
    @CsvSource({"MODEL_1,259293", "MODEL_2,201033", "MODEL_3,830531", "MODEL_4,1109409"})
    void learnsAsManyNumbersAsThePaperStates(PaperArchitecture architecture, int count) {
        assertThat(architecture.parameterCount()).isEqualTo(count);
    }

    @ParameterizedTest
    @EnumSource
    void holdsAsManyNumbersInLibtorch(PaperArchitecture architecture) {
        try (EmotionNetwork network = new EmotionNetwork(architecture, PictureScaling.UNIT, 1)) {
            assertThat(network.weights().stream()
                            .mapToInt(values -> values.length)
                            .sum())
                    .isEqualTo(architecture.parameterCount());
        }
    }

    @Test
    void activatesAsThePapersCodeDoes() {
        assertThat(activations(PaperArchitecture.MODEL_1)).containsExactly(RELU, SIGMOID);
        assertThat(activations(PaperArchitecture.MODEL_2)).containsExactly(SIGMOID, SIGMOID);
        assertThat(activations(PaperArchitecture.MODEL_3)).containsExactly(SIGMOID, SIGMOID);
        assertThat(activations(PaperArchitecture.MODEL_4)).containsExactly(RELU, RELU);
    }

    @Test
    void poolsAsThePapersCodeDoes() {
        assertThat(PaperArchitecture.MODEL_1.pools()).containsExactly(3, 2, 2);
        assertThat(PaperArchitecture.MODEL_2.pools()).containsExactly(3, 2, 2);
        assertThat(PaperArchitecture.MODEL_3.pools()).containsExactly(3, 2);
        assertThat(PaperArchitecture.MODEL_4.pools()).containsExactly(2, 2);
    }

    @ParameterizedTest
    @EnumSource
    void beginsWithGlorotUniformWeightsAndZeroBiases(PaperArchitecture architecture) {
        GlorotUniform glorot = new GlorotUniform(5);
        for (ParameterShape shape : architecture.parameters()) {
            float[] values = glorot.values(shape);
            double limit = shape.isBias() ? 0 : Math.sqrt(6.0 / shape.fans());
            for (float value : values) {
                assertThat((double) value).isBetween(-limit * 1.0001, limit * 1.0001);
            }
            if (!shape.isBias()) {
                assertThat(deviation(values)).isBetween(limit / Math.sqrt(3) * 0.8, limit / Math.sqrt(3) * 1.2);
            }
        }
    }

    @Test
    void countsFansAsKerasDoes() {
        ParameterShape convolution = PaperArchitecture.MODEL_1.parameters().get(2);
        assertThat(convolution.dimensions()).containsExactly(32, 16, 3, 3);
        assertThat(convolution.fans()).isEqualTo(16 * 9 + 32 * 9);
    }

    private static List<Activation> activations(PaperArchitecture architecture) {
        return List.of(architecture.pictureActivation(), architecture.featureActivation());
    }

    private static double deviation(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares / values.length);
    }
}
