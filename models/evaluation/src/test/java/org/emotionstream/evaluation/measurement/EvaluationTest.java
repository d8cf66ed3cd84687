package org.emotionstream.evaluation.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotionstream.contract.Emotion.FEAR;
import static org.emotionstream.contract.Emotion.HAPPY;
import static org.emotionstream.contract.Emotion.NO_FACE;
import static org.emotionstream.contract.Emotion.SAD;

import java.util.List;
import java.util.Map;
import org.emotionstream.contract.Emotion;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final List<Emotion> LABELS = List.of(HAPPY, SAD, SAD, NO_FACE, FEAR);
    private static final List<ServedAnswer> ANSWERS = List.of(
            Answers.answered(List.of(HAPPY, SAD, HAPPY, FEAR), HAPPY),
            new ServedAnswer.Unanswered("no face detected"),
            Answers.answered(List.of(SAD, SAD, HAPPY, SAD), HAPPY),
            new ServedAnswer.Unanswered("no face detected"),
            new ServedAnswer.Unanswered("unmeasurable"));

    private final Evaluation evaluation = Answers.evaluation(LABELS, ANSWERS);

    @Test
    void eachNetworkAndTheHeadAreScoredOverThePicturesThatWereAnswered() {
        assertThat(evaluation.scores().keySet())
                .containsExactly("model-1", "model-2", "model-3", "model-4", "combined");
        assertThat(evaluation.scores().values()).extracting(Scores::accuracy).containsExactly(1.0, 0.5, 0.5, 0.5, 0.5);
        assertThat(evaluation.scores().get("combined").confusion().count(SAD, HAPPY))
                .isEqualTo(1);
    }

    @Test
    void aPictureWithoutAnAnswerIsAWrongOne() {
        assertThat(evaluation.scores().values())
                .extracting(Scores::accuracyAll)
                .containsExactly(0.4, 0.2, 0.2, 0.2, 0.2);
        assertThat(evaluation.unanswered()).isEqualTo(Map.of("no face detected", 2, "unmeasurable", 1));
        assertThat(evaluation.coverage()).isEqualTo(0.4);
    }

    @Test
    void theTableNamesEverything() {
        String table = EvaluationTable.write(Answers.report(evaluation));
        assertThat(table)
                .contains("Release r1 on 5 labelled pictures of split valid\n")
                .contains("Left out: 7 group also in train, 2 no label: tie\n")
                .contains("Faces found: 2 (coverage 0.400); without an answer: 2 no face detected, 1 unmeasurable\n")
                .contains("            accuracy accuracyAll    macroF1   balanced  no-face-p  no-face-r\n")
                .contains("model-1        1.000      0.400      0.250      1.000          -          -\n")
                .contains("combined       0.500      0.200      0.083      0.500          -          -\n")
                .contains("n                  0          1          1          0 ")
                .contains("model-2            -      0.000      1.000          - ")
                .contains("Confusion of combined (rows: label, columns: answer)\n")
                .contains("sad                0          1          0 ");
    }
}
