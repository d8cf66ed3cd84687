package org.emotionstream.training.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.evaluation.history.AnswerScores;
import org.junit.jupiter.api.Test;

class AnswerScoresTest {
    @Test
    void countsAccuracyOverNineAndMacroF1OverEight() {
        // Each class once, then neutral again; the second neutral is taken for happy.
        List<Sample> samples = MadeUpFaces.of(10, 1);
        List<EmotionDistribution> answers = new ArrayList<>();
        samples.forEach(sample -> answers.add(sample.target()));
        answers.set(9, MadeUpFaces.certain(Emotion.HAPPY));

        AnswerScores scores =
                AnswerScores.of(samples.stream().map(Sample::label).toList(), answers);

        assertThat(scores.faces()).isEqualTo(10);
        assertThat(scores.accuracy()).isCloseTo(0.9, within(1e-12));
        assertThat(scores.macroF1()).isCloseTo((2.0 / 3 + 2.0 / 3 + 6) / 8, within(1e-12));
    }
}
