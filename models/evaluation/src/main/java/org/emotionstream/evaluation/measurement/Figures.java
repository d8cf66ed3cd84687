package org.emotionstream.evaluation.measurement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.contract.Emotion;

/**
 * What an evaluation says, with intervals.
 *
 * @param evaluation that it is about
 * @param groups how many groups the intervals rest on
 * @param majority what always giving the most frequent answer would reach
 * @param models of {@code model-1} to {@code model-4} and {@code combined}, in this order
 * @param sure the combination when {@code uncertain} counts as no answer
 * @param bestSingle the network that the combination has to beat
 * @param againstBest the combination against it
 * @param withoutOne the combination of all four against that of three, by the missing network: a positive
 *     difference is what is lost
 */
public record Figures(
        Evaluation evaluation,
        int groups,
        Majority majority,
        Map<String, ModelFigures> models,
        Sure sure,
        BestSingle bestSingle,
        Pairing againstBest,
        Map<String, Pairing> withoutOne) {
    /**
     * The class that is most frequent among the faces found.
     *
     * @param label of the class
     * @param share of the faces found, in [0, 1]: the accuracy of always answering it
     * @param shareOfAll the same answers over all pictures, in [0, 1]
     */
    public record Majority(Emotion label, double share, double shareOfAll) {}

    /**
     * The combination when uncertain faces count as unanswered.
     *
     * @param faces how many faces got an answer
     * @param answeredShare of the faces found, in [0, 1]
     * @param coverage share of all pictures that got an answer
     * @param accuracy among the faces that got an answer
     */
    public record Sure(int faces, double answeredShare, Interval coverage, Interval accuracy) {}

    /** Of an evaluation, its combination against this single network. */
    public static Figures of(Evaluation evaluation, BestSingle best) {
        List<Emotion> labels =
                evaluation.all().stream().map(EvaluatedPicture::label).toList();
        Bootstrap bootstrap = evaluation.bootstrap();
        Map<String, Column> columns = new LinkedHashMap<>();
        evaluation.columns().forEach((name, answers) -> columns.put(name, Column.of(name, answers, bootstrap)));
        Map<String, ModelFigures> models = new LinkedHashMap<>();
        columns.forEach((name, column) -> models.put(name, ModelFigures.of(column.resamples())));
        Column combined = columns.get(Evaluation.COMBINED);
        Map<String, Pairing> withoutOne = new LinkedHashMap<>();
        evaluation
                .columnsWithoutOne()
                .forEach((name, answers) -> withoutOne.put(
                        name, Pairing.of(labels, combined, Column.of("without " + name, answers, bootstrap))));
        return new Figures(
                evaluation,
                bootstrap.groups(),
                majority(combined.resamples().scores()),
                models,
                sure(evaluation, bootstrap),
                best,
                Pairing.of(labels, combined, columns.get(best.name())),
                withoutOne);
    }

    private static Majority majority(Scores scores) {
        Emotion label = Arrays.stream(Emotion.values())
                .max(Comparator.comparingInt(scores.confusion()::labelled))
                .orElseThrow();
        double labelled = scores.confusion().labelled(label);
        return new Majority(
                label, labelled / Math.max(1, scores.confusion().faces()), labelled / Math.max(1, scores.pictures()));
    }

    private static Sure sure(Evaluation evaluation, Bootstrap bootstrap) {
        Resamples sure = bootstrap.resample(evaluation.all().stream()
                .map(EvaluatedPicture::combinedWhenSure)
                .toList());
        int faces = sure.scores().confusion().faces();
        return new Sure(
                faces,
                faces / (double) Math.max(1, evaluation.faces()),
                sure.of(Metric.COVERAGE),
                sure.of(Metric.ACCURACY));
    }
}
