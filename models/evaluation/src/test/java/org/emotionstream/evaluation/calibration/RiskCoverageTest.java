package org.emotionstream.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskCoverageTest {
    @Test
    void fewerAnswersAreWrongAsConfidenceRises() {
        List<JudgedAnswer> answers = new ArrayList<>(Answers.of(0.405, 100, 40));
        answers.addAll(Answers.of(0.805, 300, 270));

        RiskCoverage curve = RiskCoverage.of(answers);

        assertThat(curve.points()).hasSize(100);
        assertThat(curve.points().get(0)).isEqualTo(new RiskCoverage.Point(0, 1, 0.225));
        assertThat(curve.points().get(40)).isEqualTo(new RiskCoverage.Point(0.4, 1, 0.225));
        assertThat(curve.points().get(41)).isEqualTo(new RiskCoverage.Point(0.41, 0.75, 0.1));
        assertThat(curve.points().get(99)).isEqualTo(new RiskCoverage.Point(0.99, 0, 0));
    }
}
