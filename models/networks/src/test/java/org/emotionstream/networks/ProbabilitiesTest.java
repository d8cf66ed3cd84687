package org.emotionstream.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.emotionstream.contract.Emotion;
import org.junit.jupiter.api.Test;

class ProbabilitiesTest {
    @Test
    void aDistributionKeepsItsBits() {
        float[] exact = nine(0.1f, 0.2f);
        assertThat(Probabilities.distribution("model-1", exact).toArray()).isEqualTo(exact);
    }

    @Test
    void roundingIsTakenOut() {
        float[] rounded = nine(0.1f, 0.2005f);
        double sum = 0;
        for (float probability : Probabilities.distribution("model-1", rounded).toArray()) {
            sum += probability;
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
        float[] saturated = new float[9];
        saturated[3] = Math.nextUp(1f);
        assertThat(Probabilities.distribution("model-1", saturated).probability(Emotion.SURPRISE))
                .isEqualTo(1f);
    }

    @Test
    void whatIsNoSoftmaxIsRefused() {
        for (float last : new float[] {0.3f, 0.1f, -0.2f, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Probabilities.distribution("model-1", nine(0.1f, last)))
                    .isInstanceOf(NetworkException.class)
                    .hasMessageContainingAll("model-1", "sum 1", Float.toString(last));
        }
    }

    private static float[] nine(float each, float last) {
        float[] probabilities = new float[9];
        Arrays.fill(probabilities, each);
        probabilities[8] = last;
        return probabilities;
    }
}
