package org.emotionstream.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theMedianOfAnEvenNumberIsTheMiddleBetweenTwo() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Spread(3, 1, 9));
        assertThat(Spread.of(List.of(5.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 5));
        assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7));
    }

    @Test
    void aRatioIsTakenWithinEachPairAndNotOfTheMedians() {
        // The machine was half as fast in the second round: both sides show it, the ratio does not.
        assertThat(Spread.ofRatios(List.of(10.0, 20.0, 12.0), List.of(5.0, 10.0, 9.0)))
                .isEqualTo(new Spread(0.5, 0.5, 0.75));
    }

    @Test
    void sidesOfDifferentLengthHaveNoRatio() {
        assertThatThrownBy(() -> Spread.ofRatios(List.of(1.0), List.of(1.0, 2.0)))
                .hasMessageContaining("1 values before, 2 after");
        assertThatThrownBy(() -> Spread.of(List.of())).hasMessageContaining("nothing was measured");
    }
}
