package org.emotionstream.training.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TemperatureTest {
    @Test
    void makesConfidenceTheShareThatIsRight() {
        // Two classes, 19 to 1 sure, but right in 8 of 10 only: ln(19) / T = ln(4).
        double[][] logits = new double[10][];
        int[] labels = new int[10];
        for (int i = 0; i < 10; i++) {
            logits[i] = new double[] {Math.log(0.95), Math.log(0.05)};
            labels[i] = i < 8 ? 0 : 1;
        }
        assertThat(Temperature.fit(logits, labels)).isCloseTo(Math.log(19) / Math.log(4), within(1e-5));
    }

    @Test
    void staysWithinItsRange() {
        double[][] logits = {{1000, 0}, {1000, 0}};
        assertThat(Temperature.fit(logits, new int[] {0, 0})).isBetween(0.04, 1.0);
        assertThat(Temperature.fit(logits, new int[] {1, 1})).isCloseTo(20, within(0.1));
    }
}
