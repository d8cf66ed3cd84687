package org.emotionstream.evaluation.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.emotionstream.contract.Emotion.FEAR;
import static org.emotionstream.contract.Emotion.HAPPY;
import static org.emotionstream.contract.Emotion.NEUTRAL;
import static org.emotionstream.contract.Emotion.NO_FACE;
import static org.emotionstream.contract.Emotion.SAD;

import java.util.List;
import org.emotionstream.contract.Emotion;
import org.junit.jupiter.api.Test;

class ScoresTest {
    /**
     * Ten faces. Neutral: 3 right, 1 taken for happy. Happy: 2 right, 1 for neutral. Sad: one, for no-face.
     * No-face: 1 right, 1 for happy.
     */
    private static final ConfusionMatrix TEN = ConfusionMatrix.of(
            List.of(NEUTRAL, NEUTRAL, NEUTRAL, NEUTRAL, HAPPY, HAPPY, HAPPY, SAD, NO_FACE, NO_FACE),
            List.of(NEUTRAL, NEUTRAL, NEUTRAL, HAPPY, HAPPY, HAPPY, NEUTRAL, NO_FACE, NO_FACE, HAPPY));

    private final Scores scores = new Scores(TEN, 16);

    @Test
    void countsByLabelAndAnswer() {
        assertThat(TEN.faces()).isEqualTo(10);
        assertThat(TEN.correct()).isEqualTo(6);
        assertThat(TEN.count(NEUTRAL, HAPPY)).isEqualTo(1);
        assertThat(TEN.count(HAPPY, NEUTRAL)).isEqualTo(1);
        assertThat(TEN.count(SAD, NO_FACE)).isEqualTo(1);
        assertThat(TEN.count(NO_FACE, SAD)).isZero();
        assertThat(TEN.labelled(NEUTRAL)).isEqualTo(4);
        assertThat(TEN.answered(HAPPY)).isEqualTo(4);
    }

    @Test
    void accuracyIsOverFacesFoundAndOverAllPictures() {
        assertThat(scores.accuracy()).isEqualTo(6 / 10.0);
        assertThat(scores.accuracyAll()).isEqualTo(6 / 16.0);
    }

    /** F1 = 2 tp / (labelled + answered): neutral 6/8, happy 4/7, sad 0/1, five that never occur 0; no-face is out. */
    @Test
    void macroF1IsTheMeanOverTheEightEmotions() {
        assertThat(scores.macroF1()).isCloseTo((6 / 8.0 + 4 / 7.0) / 8, within(1e-12));
    }

    @Test
    void aClassHasRecallAndPrecision() {
        assertThat(scores.of(NEUTRAL).recall()).hasValue(3 / 4.0);
        assertThat(scores.of(NEUTRAL).precision()).hasValue(3 / 4.0);
        assertThat(scores.of(HAPPY).recall()).hasValue(2 / 3.0);
        assertThat(scores.of(HAPPY).precision()).hasValue(2 / 4.0);
        assertThat(scores.of(HAPPY).f1()).isEqualTo(4 / 7.0);
        assertThat(scores.of(NO_FACE).recall()).hasValue(1 / 2.0);
        assertThat(scores.of(NO_FACE).precision()).hasValue(1 / 2.0);
    }

    @Test
    void aShareOfNothingIsNone() {
        assertThat(scores.of(SAD).recall()).hasValue(0);
        assertThat(scores.of(SAD).precision()).isEmpty();
        assertThat(scores.of(FEAR).recall()).isEmpty();
        assertThat(scores.of(FEAR).f1()).isZero();
    }

    @Test
    void withoutAFaceNothingIsRight() {
        Scores nothing = new Scores(ConfusionMatrix.of(List.of(), List.of()), 3);
        assertThat(nothing.accuracy()).isZero();
        assertThat(nothing.accuracyAll()).isZero();
        assertThat(nothing.macroF1()).isZero();
    }

    @Test
    void perfectAnswersScoreOne() {
        List<Emotion> all = List.of(Emotion.values());
        Scores perfect = new Scores(ConfusionMatrix.of(all, all), 9);
        assertThat(perfect.accuracy()).isEqualTo(1);
        assertThat(perfect.accuracyAll()).isEqualTo(1);
        assertThat(perfect.macroF1()).isEqualTo(1);
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertThatThrownBy(() -> ConfusionMatrix.of(List.of(SAD), List.of()))
                .hasMessage("expected an answer a label, found 1 labels and 0 answers");
        assertThatThrownBy(() -> new Scores(TEN, 9)).hasMessage("expected a picture a face or more, found 9 and 10");
    }
}
