package org.emotionstream.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    @Test
    void binsHaveEqualMassAndRisingConfidence() {
        Reliability reliability = Reliability.of(Answers.drawn(1001, 0, 1), 10);

        assertThat(reliability.bins())
                .hasSize(10)
                .extracting(Reliability.Bin::n)
                .containsOnly(100, 101);
        assertThat(reliability.bins()).extracting(Reliability.Bin::confidence).isSorted();
    }

    @Test
    void aBinHoldsMeanConfidenceAndShareRight() {
        List<JudgedAnswer> answers = new ArrayList<>(Answers.of(0.9, 10, 7));
        answers.addAll(Answers.of(0.5, 10, 2));

        List<Reliability.Bin> bins = Reliability.of(answers, 2).bins();

        assertThat(bins).extracting(Reliability.Bin::accuracy).containsExactly(0.2, 0.7);
        assertThat(bins.get(0).confidence()).isCloseTo(0.5, within(1e-6));
        assertThat(bins.get(1).confidence()).isCloseTo(0.9, within(1e-6));
    }

    @Test
    void theErrorIsTheRootOfSquaresLessWhatChanceDoes() {
        // (0.9 - 0.7)^2 - 0.7 * 0.3 / 99
        Reliability reliability = Reliability.of(Answers.of(0.9, 100, 70), 1);
        assertThat(reliability.debiasedError()).isCloseTo(Math.sqrt(0.04 - 0.21 / 99), within(1e-6));
    }

    @Test
    void calibratedAnswersHaveNoErrorAndBiasedOnesTheirBias() {
        double sum = 0;
        for (int seed = 0; seed < 20; seed++) {
            double error = Reliability.of(Answers.drawn(2000, 0, seed), 15).debiasedError();
            sum += error * error;
        }
        // Without the correction, chance alone makes sqrt(15 * 0.2 / 2000), about 0.037.
        assertThat(Math.sqrt(sum / 20)).as("calibrated").isLessThan(0.015);
        assertThat(Reliability.of(Answers.drawn(20000, -0.1, 7), 15).debiasedError())
                .as("a tenth too sure")
                .isCloseTo(0.1, within(0.01));
    }

    @Test
    void fewAnswersMakeFewBins() {
        assertThat(Reliability.of(List.of(), 15).bins()).isEmpty();
        assertThat(Reliability.of(List.of(), 15).debiasedError()).isZero();
        assertThat(Reliability.of(Answers.of(0.9, 5, 5), 15).bins()).hasSize(2);
    }
}
