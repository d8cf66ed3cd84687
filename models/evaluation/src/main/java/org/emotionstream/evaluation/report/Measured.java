package org.emotionstream.evaluation.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.evaluation.calibration.RiskCoverage;
import org.emotionstream.evaluation.measurement.ConfusionMatrix;
import org.emotionstream.evaluation.measurement.EvaluationReport;
import org.emotionstream.evaluation.measurement.Figures;
import org.emotionstream.evaluation.measurement.Interval;
import org.emotionstream.evaluation.measurement.Metric;
import org.emotionstream.evaluation.measurement.Pairing;

/**
 * What a release answers for pictures that it has not learned from, by the code that serves. All shares and
 * confidences in [0, 1].
 *
 * @param split of the data set
 * @param pictures how many labelled pictures were looked at
 * @param found how many of them a face was found and measured in
 * @param groups how many groups of pictures the intervals rest on
 * @param leftOut how many pictures of the split were not looked at, by reason
 * @param unanswered how many of the pictures got no answer, by reason
 * @param majority what always giving the most frequent answer would reach
 * @param models of {@code model-1} to {@code model-4} and {@code combined}, in this order
 * @param minimumConfidence below which a face is uncertain
 * @param sure the combination when uncertain counts as no answer
 * @param chosenBefore whether the best single model was chosen on other pictures
 * @param againstBest the combination against the best single model
 * @param withoutOne what is lost when one network is missing, by that network
 * @param calibration of each model by its name
 * @param riskCoverage of the combination
 * @param byFaceSide accuracy of the combination by the longer side of the face's box in picture pixels
 * @param byAgreement accuracy of the combination by the share of the annotators' votes for the label
 * @param worstMistakes those wrong answers of the combination that were most certain
 */
public record Measured(
        String split,
        int pictures,
        int found,
        int groups,
        Map<String, Integer> leftOut,
        Map<String, Integer> unanswered,
        Figures.Majority majority,
        Map<String, Model> models,
        double minimumConfidence,
        Figures.Sure sure,
        boolean chosenBefore,
        Pairing againstBest,
        Map<String, Pairing> withoutOne,
        Map<String, Reliability> calibration,
        RiskCoverage riskCoverage,
        List<Bin> byFaceSide,
        List<Bin> byAgreement,
        List<Mistake> worstMistakes) {
    public Measured {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        withoutOne = Collections.unmodifiableMap(new LinkedHashMap<>(withoutOne));
        calibration = Collections.unmodifiableMap(new LinkedHashMap<>(calibration));
    }

    /** Share of the pictures in which a face was found. */
    public double coverage() {
        return (double) found / Math.max(1, pictures);
    }

    /**
     * Of an evaluation.
     *
     * @param minimumConfidence of the release's head
     */
    public static Measured of(EvaluationReport report, double minimumConfidence) {
        return MeasuredParts.of(report, minimumConfidence);
    }

    /**
     * One model.
     *
     * @param metrics each with its interval
     * @param confusion over the faces found, {@code [9 labels][9 answers]}
     * @param classes in the order of the nine
     */
    public record Model(Map<Metric, Interval> metrics, ConfusionMatrix confusion, List<ClassRow> classes) {}

    /**
     * One class of one model.
     *
     * @param label of the class
     * @param labelled faces with this label (the n of recall)
     * @param answered faces with this answer (the n of precision)
     * @param recall with Wilson's interval; none without such faces
     * @param precision with Wilson's interval; none without such answers
     */
    public record ClassRow(
            String label, int labelled, int answered, Optional<Interval> recall, Optional<Interval> precision) {}

    /**
     * How confidence and accuracy agree, over bins of equal mass.
     *
     * @param calibrationError mean distance between the two over the bins, weighted by faces
     * @param bins by rising confidence
     */
    public record Reliability(double calibrationError, List<ReliabilityBin> bins) {}

    /**
     * One bin.
     *
     * @param faces how many
     * @param confidence mean probability of the answers
     * @param accuracy share of right answers, with Wilson's interval
     */
    public record ReliabilityBin(int faces, double confidence, Interval accuracy) {}

    /**
     * Some of the faces.
     *
     * @param name what they have in common
     * @param faces how many
     * @param accuracy of the combination, with Wilson's interval
     */
    public record Bin(String name, int faces, Interval accuracy) {}

    /**
     * A wrong answer.
     *
     * @param id of the picture in its data set
     * @param source where the data set has it from
     * @param label what most annotators chose
     * @param answer of the combination
     * @param confidence its probability
     * @param votes share of the annotators who chose the label, where they are known
     * @param faceSide the longer side of the face's box in picture pixels
     */
    public record Mistake(
            String id,
            String source,
            String label,
            String answer,
            double confidence,
            Optional<Double> votes,
            int faceSide) {}
}
