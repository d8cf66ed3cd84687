package org.emotionstream.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ArcCosineTest {
    @Test
    void isThatOfJavaWithin1e15() {
        Random random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            double cosine = 2 * random.nextDouble() - 1;
            assertThat(Math.abs(ArcCosine.ofClamped(cosine) - Math.acos(cosine)))
                    .as("acos(%s)", cosine)
                    .isLessThan(1e-15);
        }
    }

    @Test
    void isExactWhereItMatters() {
        assertThat(ArcCosine.ofClamped(1)).isZero();
        assertThat(ArcCosine.ofClamped(-1)).isEqualTo(Math.PI);
        assertThat(ArcCosine.ofClamped(0)).isEqualTo(Math.PI / 2);
        assertThat(ArcCosine.ofClamped(0.5)).isCloseTo(Math.PI / 3, within(1e-15));
        assertThat(ArcCosine.ofClamped(Math.nextUp(0.5))).isCloseTo(Math.PI / 3, within(1e-15));
        assertThat(ArcCosine.ofClamped(Math.nextDown(1.0))).isCloseTo(Math.acos(Math.nextDown(1.0)), within(1e-20));
    }

    @Test
    void clampsWhatRoundingPutBeyondOne() {
        assertThat(ArcCosine.ofClamped(Math.nextUp(1.0))).isZero();
        assertThat(ArcCosine.ofClamped(-Math.nextUp(1.0))).isEqualTo(Math.PI);
    }
}
