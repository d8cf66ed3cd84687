package org.emotionstream.evaluation.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.evaluation.calibration.RiskCoverage;
import org.emotionstream.evaluation.measurement.ClassScores;
import org.emotionstream.evaluation.measurement.EvaluatedPicture;
import org.emotionstream.evaluation.measurement.Evaluation;
import org.emotionstream.evaluation.measurement.EvaluationReport;
import org.emotionstream.evaluation.measurement.Figures;
import org.emotionstream.evaluation.measurement.ModelFigures;

/** Makes of an evaluation what a report shows of it. */
final class MeasuredParts {
    private static final int MISTAKES = 30;

    private MeasuredParts() {}

    static Measured of(EvaluationReport report, double minimumConfidence) {
        Evaluation evaluation = report.evaluation();
        Figures figures = report.figures();
        List<AnsweredFace> combined = faces(evaluation, MeasuredParts::combined);
        Map<String, Measured.Model> models = new LinkedHashMap<>();
        figures.models().forEach((name, model) -> models.put(name, model(model)));
        return new Measured(
                report.split(),
                evaluation.pictures(),
                evaluation.faces(),
                figures.groups(),
                report.leftOut(),
                evaluation.unanswered(),
                figures.majority(),
                models,
                minimumConfidence,
                figures.sure(),
                figures.bestSingle().chosenBefore(),
                figures.againstBest(),
                figures.withoutOne(),
                calibration(evaluation),
                riskCoverage(combined),
                Bins.byFaceSide(combined),
                Bins.byAgreement(combined),
                mistakes(combined));
    }

    private static Measured.Model model(ModelFigures figures) {
        return new Measured.Model(
                figures.intervals(),
                figures.scores().confusion(),
                Arrays.stream(Emotion.values())
                        .map(emotion -> row(emotion, figures.scores().of(emotion)))
                        .toList());
    }

    private static Measured.ClassRow row(Emotion emotion, ClassScores scores) {
        return new Measured.ClassRow(
                emotion.label(),
                scores.labelled(),
                scores.answered(),
                scores.recallInterval(),
                scores.precisionInterval());
    }

    private static Map<String, Measured.Reliability> calibration(Evaluation evaluation) {
        Map<String, Measured.Reliability> calibration = new LinkedHashMap<>();
        IntStream.range(0, Evaluation.NETWORKS.size())
                .forEach(network -> calibration.put(
                        Evaluation.NETWORKS.get(network),
                        Reliabilities.of(faces(evaluation, picture -> picture.answered()
                                .map(answered -> answered.networks().get(network))))));
        calibration.put(Evaluation.COMBINED, Reliabilities.of(faces(evaluation, MeasuredParts::combined)));
        return calibration;
    }

    private static List<AnsweredFace> faces(
            Evaluation evaluation, Function<EvaluatedPicture, Optional<EmotionDistribution>> distribution) {
        return evaluation.all().stream()
                .flatMap(picture -> distribution.apply(picture).map(found -> AnsweredFace.of(picture, found)).stream())
                .toList();
    }

    private static Optional<EmotionDistribution> combined(EvaluatedPicture picture) {
        return picture.answered().map(answered -> answered.combined().distribution());
    }

    /** What is gained by not answering, as long as a face is answered. */
    static RiskCoverage riskCoverage(List<AnsweredFace> faces) {
        return new RiskCoverage(RiskCoverage.of(faces).points().stream()
                .filter(point -> point.coverage() > 0)
                .toList());
    }

    private static List<Measured.Mistake> mistakes(List<AnsweredFace> faces) {
        return faces.stream()
                .filter(face -> !face.right())
                .sorted(Comparator.comparingDouble(AnsweredFace::confidence)
                        .reversed()
                        .thenComparing(AnsweredFace::id))
                .limit(MISTAKES)
                .map(face -> new Measured.Mistake(
                        face.id(),
                        face.source(),
                        face.label().label(),
                        face.answer().label(),
                        face.confidence(),
                        face.votes(),
                        face.side()))
                .toList();
    }
}
