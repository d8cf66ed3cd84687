package org.emotionstream.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotionstream.evaluation.measurement.Interval;
import org.emotionstream.evaluation.report.Findings.Recognition;
import org.junit.jupiter.api.Test;

class FindingsTest {
    @Test
    void theCombinationIsBetterOnlyWhenTheIntervalSaysSo() {
        assertThat(Findings.combination("model-1", true, new Interval(0.012, 0.004, 0.02)))
                .isEqualTo("The combination is more accurate than the best single model, model-1 (chosen on other"
                        + " pictures): +1.2 percentage points (95 %: +0.4 to +2.0).");
        assertThat(Findings.combination("model-2", false, new Interval(0.012, 0, 0.02)))
                .startsWith("That the combination is more accurate than the best single model, model-2 (the best on"
                        + " these very pictures) is not shown: ");
        assertThat(Findings.combination("model-1", true, new Interval(-0.012, -0.02, -0.004)))
                .startsWith("The combination is less accurate than ");
    }

    @Test
    void whatIsNotRecognisedIsNamed() {
        List<Recognition> classes = List.of(
                new Recognition("happy", 100, 90),
                new Recognition("sad", 100, 45),
                new Recognition("fear", 50, 9),
                new Recognition("disgust", 0, 0),
                new Recognition("contempt", 18, 0));
        assertThat(Findings.weak(classes))
                .containsExactly(
                        "Never recognised: contempt (0 of 18 faces).",
                        "Hardly recognised (recall below 0.2): fear (9 of 50 faces).",
                        "Recognised less than half of the time: sad (45 of 100 faces).",
                        "Not among the pictures, so not known: disgust.",
                        "Rare in these pictures, so that their figures are uncertain: contempt (n = 18).");
        assertThat(Findings.strong(classes)).isEqualTo("Recognised well (recall of 0.8 or more): happy (0.90).");
    }

    @Test
    void whatIsRecognisedIsNotCalledWeak() {
        List<Recognition> classes = List.of(new Recognition("happy", 100, 50), new Recognition("sad", 100, 79));
        assertThat(Findings.weak(classes)).containsExactly("Each class is recognised at least half of the time.");
        assertThat(Findings.strong(classes)).isEqualTo("No class is recognised four times in five.");
    }
}
