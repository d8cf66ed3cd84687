package org.emotionstream.training.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
    @Test
    void isTheUsualErrorWhereEveryFaceIsAGroup() {
        PairedDifference difference = PairedDifference.of(new double[] {1, 2, 3, 6}, face -> face);
        // Variance (4 + 1 + 0 + 9) / 3, over 4 faces.
        assertThat(difference.mean()).isCloseTo(3, within(1e-12));
        assertThat(difference.standardError()).isCloseTo(Math.sqrt(14.0 / 3 / 4), within(1e-12));
    }

    @Test
    void twinsCountOnce() {
        PairedDifference once = PairedDifference.of(new double[] {1, 2, 3, 6}, face -> face);
        PairedDifference twice = PairedDifference.of(new double[] {1, 1, 2, 2, 3, 3, 6, 6}, face -> face / 2);
        assertThat(twice.standardError()).isCloseTo(once.standardError(), within(1e-12));
    }
}
