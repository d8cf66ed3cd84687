package org.emotionstream.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinimumConfidenceTest {
    @Test
    void separatesWhatIsMoreOftenWrongThanRight() {
        List<JudgedAnswer> answers = new ArrayList<>(Answers.of(0.355, 400, 100));
        answers.addAll(Answers.of(0.605, 4000, 3000));
        assertThat(MinimumConfidence.of(answers)).isEqualTo(0.6);
    }

    @Test
    void aFewUnluckyFacesSilenceNobody() {
        List<JudgedAnswer> answers = new ArrayList<>(Answers.of(0.355, 5, 1));
        answers.addAll(Answers.of(0.605, 4000, 3000));
        assertThat(MinimumConfidence.of(answers)).isZero();
    }

    @Test
    void isZeroWhereNothingIsThatBad() {
        assertThat(MinimumConfidence.of(Answers.drawn(3000, 0.1, 3))).isZero();
        assertThat(MinimumConfidence.of(List.of())).isZero();
    }

    @Test
    void theBoundIsWilsons() {
        double square = 1.6448536269514722 * 1.6448536269514722;
        assertThat(MinimumConfidence.upperBound(0, 10)).isCloseTo(square / (10 + square), within(1e-12));
        assertThat(MinimumConfidence.upperBound(500, 1000)).isCloseTo(0.526, within(1e-3));
    }
}
