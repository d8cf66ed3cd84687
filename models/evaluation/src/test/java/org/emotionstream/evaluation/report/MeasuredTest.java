package org.emotionstream.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.emotionstream.contract.Emotion.HAPPY;
import static org.emotionstream.contract.Emotion.SAD;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.calibration.RiskCoverage;
import org.junit.jupiter.api.Test;

class MeasuredTest {
    private final Measured measured = Measured.of(MadeUpReports.evaluation(), 0.5);

    @Test
    void binsHoldEveryFaceOnce() {
        assertThat(measured.byFaceSide().stream().mapToInt(Measured.Bin::faces).sum())
                .isEqualTo(measured.found());
        assertThat(measured.byAgreement().stream().mapToInt(Measured.Bin::faces).sum())
                .isEqualTo(measured.found());
    }

    @Test
    void facesAreSortedIntoBinsByTheirSideAndVotes() {
        List<AnsweredFace> faces = List.of(
                face("a", 39, Optional.of(0.7000001), true, 0.9),
                face("b", 40, Optional.of(0.6999999), false, 0.9),
                face("c", 400, Optional.of(1.0), true, 0.9),
                face("d", 47, Optional.empty(), true, 0.9));
        assertThat(Bins.byFaceSide(faces))
                .extracting(Measured.Bin::name)
                .containsExactly("32 to 39 px", "40 to 47 px", "160 px and more");
        assertThat(Bins.byFaceSide(faces).get(1).accuracy().estimate()).isEqualTo(0.5);
        assertThat(Bins.byAgreement(faces))
                .extracting(Measured.Bin::name)
                .containsExactly("70 to below 80 %", "all agreed", "nobody voted");
    }

    @Test
    void theSurestMistakesComeFirst() {
        assertThat(measured.worstMistakes())
                .isNotEmpty()
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Measured.Mistake::confidence).reversed())
                .allSatisfy(mistake -> assertThat(mistake.answer()).isNotEqualTo(mistake.label()));
    }

    @Test
    void askingForMoreConfidenceLeavesFewerAnswersAndFewerMistakes() {
        List<AnsweredFace> faces = List.of(
                face("a", 40, Optional.empty(), true, 0.9),
                face("b", 40, Optional.empty(), false, 0.4),
                face("c", 40, Optional.empty(), true, 0.6),
                face("d", 40, Optional.empty(), false, 0.7));
        assertThat(RiskCoverage.point(faces, 0)).isEqualTo(new RiskCoverage.Point(0, 1, 0.5));
        assertThat(RiskCoverage.point(faces, 0.5)).isEqualTo(new RiskCoverage.Point(0.5, 0.75, 1 / 3.0));
        assertThat(RiskCoverage.point(faces, 0.9)).isEqualTo(new RiskCoverage.Point(0.9, 0.25, 0));
        assertThat(MeasuredParts.riskCoverage(faces).points()).last().isEqualTo(new RiskCoverage.Point(0.9, 0.25, 0));
    }

    /** Confidence 0.8 and right eight times in ten: no error. Confidence 0.8 and always right: 0.2. */
    @Test
    void calibrationIsTheDistanceBetweenConfidenceAndAccuracy() {
        List<AnsweredFace> calibrated = new ArrayList<>();
        List<AnsweredFace> timid = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            String id = String.format(Locale.ROOT, "%04d", i);
            calibrated.add(face(id, 40, Optional.empty(), i % 10 < 8, 0.8));
            timid.add(face(id, 40, Optional.empty(), true, 0.8));
        }
        assertThat(Reliabilities.of(calibrated).calibrationError()).isCloseTo(0, within(1e-12));
        assertThat(Reliabilities.of(timid).calibrationError()).isCloseTo(0.2, within(1e-12));
        assertThat(Reliabilities.of(timid).bins()).hasSize(10).allSatisfy(bin -> {
            assertThat(bin.faces()).isEqualTo(100);
            assertThat(bin.accuracy().estimate()).isEqualTo(1);
        });
    }

    private static AnsweredFace face(String id, int side, Optional<Double> votes, boolean right, double confidence) {
        Emotion answer = right ? SAD : HAPPY;
        return new AnsweredFace(id, "test", SAD, answer, confidence, votes, side);
    }
}
