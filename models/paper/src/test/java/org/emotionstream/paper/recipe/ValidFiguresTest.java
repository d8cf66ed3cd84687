package org.emotionstream.paper.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.measurement.ConfusionMatrix;
import org.emotionstream.evaluation.measurement.Scores;
import org.junit.jupiter.api.Test;

class ValidFiguresTest {
    /** Six neutral, of which four are answered right and two as sad; two sad, both right. Two more not found. */
    private static final ValidFigures FIGURES = measured();

    @Test
    void countsFoundAndAll() {
        assertThat(FIGURES.found()).isEqualTo(8);
        assertThat(FIGURES.pictures()).isEqualTo(10);
        assertThat(FIGURES.of("combined").accuracy()).isCloseTo(6 / 8.0, within(1e-12));
        assertThat(FIGURES.of("combined").accuracyAll()).isCloseTo(6 / 10.0, within(1e-12));
    }

    @Test
    void averagesOverClasses() {
        double f1 = 2 * 4 / (6 + 4.0) + 2 * 2 / (2 + 4.0);
        assertThat(FIGURES.of("combined").macroF1()).isCloseTo(f1 / 8, within(1e-12));
        assertThat(FIGURES.of("combined").macroF1Nine()).isCloseTo(f1 / 9, within(1e-12));
        assertThat(FIGURES.of("combined").balancedAccuracy())
                .as("of the two classes that occur")
                .isCloseTo((4 / 6.0 + 1) / 2, within(1e-12));
    }

    @Test
    void aConstantAnswerNeedsNoFace() {
        List<Emotion> all = List.of(
                Emotion.NEUTRAL,
                Emotion.NEUTRAL,
                Emotion.NEUTRAL,
                Emotion.NEUTRAL,
                Emotion.NEUTRAL,
                Emotion.NEUTRAL,
                Emotion.NEUTRAL,
                Emotion.SAD,
                Emotion.SAD,
                Emotion.SAD);
        PaperTable.Figures always = FIGURES.always(Emotion.NEUTRAL, all);

        assertThat(always.accuracy()).isCloseTo(6 / 8.0, within(1e-12));
        assertThat(always.accuracyAll()).isCloseTo(7 / 10.0, within(1e-12));
        assertThat(always.balancedAccuracy()).isCloseTo(0.5, within(1e-12));
    }

    private static ValidFigures measured() {
        int[][] counts = new int[9][9];
        counts[0][0] = 4;
        counts[0][2] = 2;
        counts[2][2] = 2;
        return new ValidFigures(10, 8, Map.of("combined", new Scores(ConfusionMatrix.of(counts), 10)));
    }
}
