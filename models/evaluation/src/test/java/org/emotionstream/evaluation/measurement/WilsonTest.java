package org.emotionstream.evaluation.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {
    /** Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3. */
    @Test
    void agreesWithPublishedIntervals() {
        published(81, 263, 0.2553, 0.3662);
        published(15, 148, 0.0624, 0.1605);
        published(0, 20, 0, 0.1611);
        published(1, 29, 0.0061, 0.1718);
    }

    @Test
    void isTheSameSeenFromTheOtherEnd() {
        Interval interval = Wilson.of(28, 29).orElseThrow();
        assertThat(interval.low()).isCloseTo(1 - 0.1718, within(5e-5));
        assertThat(Wilson.of(20, 20).orElseThrow().high()).isEqualTo(1);
    }

    @Test
    void ofNothingThereIsNone() {
        assertThat(Wilson.of(0, 0)).isEmpty();
        assertThatThrownBy(() -> Wilson.of(3, 2)).hasMessage("expected a part of 0 to 2, found 3");
    }

    private static void published(int part, int whole, double low, double high) {
        Interval interval = Wilson.of(part, whole).orElseThrow();
        assertThat(interval.estimate()).isEqualTo((double) part / whole);
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }
}
