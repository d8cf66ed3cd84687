package org.emotionstream.evaluation.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.contract.Release;
import org.emotionstream.evaluation.history.AnswerScores;
import org.emotionstream.evaluation.measurement.Interval;
import org.emotionstream.evaluation.measurement.Metric;
import org.emotionstream.evaluation.report.MadeUpReports;
import org.emotionstream.evaluation.report.Measured;
import org.emotionstream.evaluation.report.ReportData;
import org.junit.jupiter.api.Test;

class ModelCardTest {
    private static final CardFacts FACTS = new CardFacts(
            "made-up",
            new Release.TileSettings("face-crop", 100, "grey", "area-linear", 1.3, 0, -0.5),
            List.of(new CardFacts.NetworkFact("model-1", 259293, 13, 20)),
            Map.of("seed", "7"),
            "./emotionstream train --dataset DIR --out models/releases/made-up --seed 7",
            "On 10 faces that chose:",
            Map.of("model-1", new AnswerScores(0.75, 0.5, 10)),
            Optional.of("Terms of a test."));

    private final ReportData data = MadeUpReports.whole();
    private final String card = new ModelCard(FACTS, data).text();

    @Test
    void figuresAreThoseOfTheData() {
        Map<Metric, Interval> combined =
                data.measured().orElseThrow().models().get("combined").metrics();
        Interval accuracy = combined.get(Metric.ACCURACY);
        assertThat(card)
                .contains(String.format(
                        Locale.ROOT,
                        "| combined | %.3f (%.3f to %.3f) | ",
                        accuracy.estimate(),
                        accuracy.low(),
                        accuracy.high()))
                .contains("n = 240 labelled pictures", "draws of the 120 groups")
                .contains("| contempt | 26 | 0.000 (0.000 to ")
                .contains("| model-1 | 10 | 0.750 | 0.500 |")
                .contains("| photographs | 200 | 14 | 9 | 2 | 3 |")
                .contains("| frames | smallest face 40 against 80 | 90 | 77 | 91.3 % | 0.067 |")
                .contains("model-1: 259,293 parameters, epoch 13 of 20");
    }

    @Test
    void whatIsNotRecognisedIsSaidPlainly() {
        assertThat(section("What it does not recognise")).contains("- Never recognised: contempt (0 of 26 faces).\n");
        assertThat(section("Uncertain, and not a face"))
                .contains("Below a confidence of 0.500 a face is called uncertain:")
                .containsPattern("Of \\d+ boxes of the split that hold no face, 0\\.\\d{3} \\(");
    }

    @Test
    void theCombinationIsJudgedByTheInterval() {
        Measured measured = data.measured().orElseThrow();
        assertThat(measured.againstBest().difference(Metric.ACCURACY).aboveZero())
                .isTrue();
        assertThat(card)
                .contains("The combination is more accurate than the best single model, "
                        + measured.againstBest().second());
    }

    @Test
    void usesTermsAndTheWayToRebuildAreThere() {
        assertThat(card)
                .startsWith("# Model card: made-up\n")
                .contains("at work or in education", "**Unmeasured.**", "age, gender")
                .contains("Terms of a test.", "```\n./emotionstream train --dataset DIR")
                .contains("a grey tile of\n100 x 100 pixels (policy `face-crop`)");
    }

    @Test
    void withoutMeasurementsItClaimsNothing() {
        String bare = new ModelCard(FACTS, MadeUpReports.bare("made-up")).text();
        assertThat(bare)
                .contains("Not measured on pictures that nothing was learned from")
                .contains("## What it does not recognise\n\nNot measured: nothing is known about it.")
                .contains("## In other guises\n\nNot measured: nothing is known about it.")
                .contains("What is answered for photographs without a face was not measured.")
                .doesNotContain("more accurate", "recognised:");
    }

    private String section(String title) {
        String from = card.substring(card.indexOf("## " + title));
        return from.substring(0, from.indexOf("\n## ", 1));
    }
}
