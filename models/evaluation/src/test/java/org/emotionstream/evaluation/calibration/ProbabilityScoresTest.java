package org.emotionstream.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.junit.jupiter.api.Test;

class ProbabilityScoresTest {
    @Test
    void scoresAnswersByLabelAndVotes() {
        ProbabilityScores scores = ProbabilityScores.of(List.of(Answers.of(0.6, true), Answers.of(0.6, false)));

        assertThat(scores.faces()).isEqualTo(2);
        assertThat(scores.accuracy()).isEqualTo(0.5);
        assertThat(scores.negativeLogLikelihood()).isCloseTo(-(Math.log(0.6) + Math.log(0.05)) / 2, within(1e-6));
        double right = 0.4 * 0.4 + 8 * 0.05 * 0.05;
        double wrong = 0.6 * 0.6 + 0.95 * 0.95 + 7 * 0.05 * 0.05;
        assertThat(scores.brier()).isCloseTo((right + wrong) / 2, within(1e-6));
    }

    @Test
    void theBrierScoreIsAgainstTheVotesNotTheLabel() {
        EmotionDistribution answer = Answers.of(0.6, true).answer();
        JudgedAnswer asTheVotes = new JudgedAnswer(Emotion.SAD, answer, answer);
        assertThat(ProbabilityScores.of(List.of(asTheVotes)).brier()).isZero();
    }

    @Test
    void aCertainMistakeIsDearNotInfinite() {
        assertThat(ProbabilityScores.of(List.of(Answers.of(1, false))).negativeLogLikelihood())
                .isCloseTo(-Math.log(1e-7), within(1e-9));
        assertThatThrownBy(() -> ProbabilityScores.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
