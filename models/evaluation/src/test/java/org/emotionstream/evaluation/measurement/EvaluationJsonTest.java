package org.emotionstream.evaluation.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotionstream.contract.Emotion.HAPPY;
import static org.emotionstream.contract.Emotion.NO_FACE;
import static org.emotionstream.contract.Emotion.SAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationJsonTest {
    private static final Evaluation EVALUATION = Answers.evaluation(
            List.of(HAPPY, SAD, NO_FACE, SAD),
            List.of(
                    Answers.answered(List.of(HAPPY, SAD, HAPPY, SAD), HAPPY),
                    Answers.answered(List.of(SAD, SAD, HAPPY, SAD), NO_FACE),
                    Answers.answered(List.of(NO_FACE, SAD, HAPPY, SAD), NO_FACE),
                    new ServedAnswer.Unanswered("no face detected")));

    @Test
    void namesAreThoseThatReadersRelyOn() throws Exception {
        JsonNode json = new ObjectMapper().readTree(EvaluationJson.write(Answers.report(EVALUATION)));
        assertThat(json.fieldNames())
                .toIterable()
                .startsWith(
                        "release",
                        "split",
                        "pictures",
                        "found",
                        "coverage",
                        "leftOut",
                        "unanswered",
                        "classes",
                        "model-1",
                        "model-2",
                        "model-3",
                        "model-4",
                        "combined");
        assertThat(json.at("/release").asText()).isEqualTo("r1");
        assertThat(json.at("/coverage").asDouble()).isEqualTo(0.75);
        assertThat(json.at("/leftOut/no label: tie").asInt()).isEqualTo(2);
        assertThat(json.at("/unanswered/no face detected").asInt()).isEqualTo(1);
        assertThat(json.at("/classes/8").asText()).isEqualTo("no-face");
    }

    @Test
    void eachModelHasItsScores() {
        JsonNode combined = EvaluationJson.object(Answers.report(EVALUATION)).get("combined");
        assertThat(combined.at("/accuracy").asDouble()).isEqualTo(2 / 3.0);
        assertThat(combined.at("/accuracyAll").asDouble()).isEqualTo(2 / 4.0);
        assertThat(combined.at("/macroF1").asDouble()).isEqualTo(1 / 8.0);
        assertThat(combined.at("/noFace/precision").asDouble()).isEqualTo(1 / 2.0);
        assertThat(combined.at("/noFace/recall").asDouble()).isEqualTo(1);
        assertThat(combined.at("/perClass/sad/n").asInt()).isEqualTo(1);
        assertThat(combined.at("/perClass/sad/recall").asDouble()).isZero();
        assertThat(combined.at("/perClass/fear/recall").isNull()).isTrue();
        assertThat(combined.at("/confusion/2/8").asInt()).isEqualTo(1);
        assertThat(combined.at("/confusion").size()).isEqualTo(9);
    }
}
