package org.emotionstream.evaluation.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.emotionstream.contract.Emotion.FEAR;
import static org.emotionstream.contract.Emotion.HAPPY;
import static org.emotionstream.contract.Emotion.NO_FACE;
import static org.emotionstream.contract.Emotion.SAD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.emotionstream.contract.CombinedEmotion;
import org.emotionstream.contract.Emotion;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final List<Emotion> LABELS = List.of(HAPPY, HAPPY, HAPPY, SAD, SAD, FEAR);

    /** Model-2 is right where the head is, and once more; the head hesitates twice, once wrongly. */
    private static final List<ServedAnswer> ANSWERS = List.of(
            Answers.answered(List.of(HAPPY, HAPPY, SAD, SAD), HAPPY, 0.9),
            Answers.answered(List.of(SAD, HAPPY, SAD, SAD), HAPPY, 0.4),
            Answers.answered(List.of(SAD, HAPPY, SAD, SAD), SAD, 0.4),
            Answers.answered(List.of(HAPPY, SAD, SAD, SAD), SAD, 0.8),
            Answers.answered(List.of(HAPPY, FEAR, FEAR, FEAR), FEAR, 0.8),
            new ServedAnswer.Unanswered("no face detected"));

    private final Evaluation evaluation = Answers.evaluation(LABELS, ANSWERS);
    private final Figures figures = Figures.of(evaluation, BestSingle.onThese(evaluation));

    @Test
    void theMajorityIsThatOfTheFacesFound() {
        assertThat(figures.majority()).isEqualTo(new Figures.Majority(HAPPY, 3 / 5.0, 3 / 6.0));
    }

    @Test
    void uncertainCanCountAsNoAnswer() {
        assertThat(figures.sure().faces()).isEqualTo(3);
        assertThat(figures.sure().answeredShare()).isEqualTo(3 / 5.0);
        assertThat(figures.sure().coverage().estimate()).isEqualTo(3 / 6.0);
        assertThat(figures.sure().accuracy().estimate()).isEqualTo(2 / 3.0);
    }

    @Test
    void theCombinationIsHeldAgainstTheBestOfTheFour() {
        assertThat(figures.bestSingle()).isEqualTo(new BestSingle("model-2", false));
        Interval difference = figures.againstBest().difference(Metric.ACCURACY);
        assertThat(difference.estimate()).isCloseTo(-1 / 5.0, within(1e-12));
        assertThat(difference.aboveZero()).isFalse();
        assertThat(figures.againstBest().agreement()).isEqualTo(new Agreement(6, 1, 0, 1));
    }

    /** Recall of happy 2/3, of sad 1/2; fear was not found, the other classes do not occur. */
    @Test
    void balancedAccuracyIsTheMeanRecallOfTheClassesThatOccur() {
        assertThat(figures.models().get("combined").scores().balancedAccuracy())
                .isCloseTo((2 / 3.0 + 1 / 2.0) / 2, within(1e-12));
    }

    @Test
    void whatIsLostWithoutOneIsPaired() {
        List<ServedAnswer> answers = new ArrayList<>();
        for (ServedAnswer answer : ANSWERS) {
            answers.add(
                    answer instanceof ServedAnswer.Answered answered
                            ? new ServedAnswer.Answered(
                                    answered.networks(),
                                    answered.combined(),
                                    IntStream.range(0, 4)
                                            .mapToObj(i -> i == 2 ? certain(NO_FACE) : answered.combined())
                                            .toList(),
                                    50,
                                    1)
                            : answer);
        }
        Evaluation partial = Answers.evaluation(LABELS, answers);
        Map<String, Pairing> lost =
                Figures.of(partial, BestSingle.onThese(partial)).withoutOne();
        assertThat(lost.keySet()).containsExactly("model-1", "model-2", "model-3", "model-4");
        assertThat(lost.get("model-1").difference(Metric.ACCURACY)).isEqualTo(new Interval(0, 0, 0));
        assertThat(lost.get("model-3").difference(Metric.ACCURACY).estimate()).isCloseTo(3 / 5.0, within(1e-12));
        assertThat(figures.withoutOne()).as("nobody asked").isEmpty();
    }

    @Test
    void twoReleasesAreSideBySideAndPairedByPicture() {
        List<ServedAnswer> others = new ArrayList<>(ANSWERS);
        others.set(2, new ServedAnswer.Unanswered("no face detected"));
        others.set(5, Answers.answered(List.of(FEAR, FEAR, FEAR, FEAR), FEAR));
        ReleaseComparison comparison = ReleaseComparison.of(
                Answers.report("old", evaluation), Answers.report("new", Answers.evaluation(LABELS, others)));
        Pairing combined = comparison.pairings().get("combined");
        assertThat(combined.difference(Metric.ACCURACY_ALL).estimate()).isCloseTo(-1 / 6.0, within(1e-12));
        assertThat(combined.agreement()).isEqualTo(new Agreement(6, 2, 0, 1));
        assertThat(EvaluationTable.write(comparison))
                .startsWith("A: old; B: new\n6 labelled pictures of split valid in 6 groups;")
                .contains("  combined       0.500     0.667  -0.167 (")
                .contains("  combined           2     0.333            0            1\n");
        assertThat(EvaluationJson.write(comparison))
                .contains("\"first\" : {\n    \"release\" : \"old\"", "\"onlySecondRight\" : 1");
    }

    private static CombinedEmotion certain(Emotion emotion) {
        return new CombinedEmotion(Answers.distribution(emotion, 0.9), CombinedEmotion.Verdict.EMOTION);
    }
}
