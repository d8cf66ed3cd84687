package org.emotionstream.training.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateTest {
    @Test
    void risesThenFallsAlongACosine() {
        LearningRate rate = new LearningRate(0.002, 0.1, 100);

        assertThat(rate.at(0)).isCloseTo(0.0002, within(1e-12));
        assertThat(rate.at(9)).isCloseTo(0.002, within(1e-12));
        assertThat(rate.at(10)).isCloseTo(0.002, within(1e-12));
        assertThat(rate.at(55)).isCloseTo(0.001, within(1e-12));
        assertThat(rate.at(99)).isBetween(0.0, 0.000002);
    }

    @Test
    void startsAtOnceWithoutAWarmUp() {
        assertThat(new LearningRate(0.002, 0, 1).at(0)).isEqualTo(0.002);
    }
}
