package org.emotionstream.evaluation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.emotionstream.evaluation.history.Curve;
import org.emotionstream.evaluation.history.EpochScores;
import org.emotionstream.evaluation.report.chart.LineChart;
import org.emotionstream.evaluation.report.chart.Series;

/**
 * How one model learned, epoch by epoch (the paper's figures 17 to 20): mean and spread over the seeds.
 *
 * @param loss of what was learned from, and of what was held out
 * @param accuracy of the same
 * @param chosen a sentence: which epoch each seed kept
 */
record LearningCurves(LineChart loss, LineChart accuracy, String chosen) {
    private static final int TRAINING = 1;
    private static final int HELD_OUT = 0;

    /** The curves of each model that has any, all losses on one scale. */
    static List<LearningCurves> of(List<Curve> all) {
        Map<String, List<Curve>> byModel = all.stream()
                .filter(curve -> !curve.epochs().isEmpty())
                .collect(Collectors.groupingBy(Curve::model, LinkedHashMap::new, Collectors.toList()));
        double most = all.stream()
                .flatMap(curve -> curve.epochs().stream())
                .mapToDouble(epoch -> Math.max(epoch.trainingLoss(), epoch.heldOutLoss()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        return byModel.entrySet().stream()
                .map(one -> of(one.getKey(), one.getValue(), most))
                .toList();
    }

    private static LearningCurves of(String model, List<Curve> curves, double most) {
        String seeds = curves.size() == 1 ? "seed " + curves.get(0).seed() : curves.size() + " seeds";
        LineChart loss = new LineChart(
                        model + ": loss (" + seeds + ")",
                        "epoch",
                        "mean cross entropy",
                        List.of(
                                series("training", TRAINING, curves, EpochScores::trainingLoss),
                                series("held out", HELD_OUT, curves, EpochScores::heldOutLoss)))
                .y(0, Math.ceil(most * 5) / 5);
        LineChart accuracy = new LineChart(
                        model + ": accuracy (" + seeds + ")",
                        "epoch",
                        "share of right answers",
                        List.of(
                                series("training", TRAINING, curves, EpochScores::trainingAccuracy),
                                series("held out", HELD_OUT, curves, EpochScores::heldOutAccuracy)))
                .y(0, 1);
        List<Curve> choices =
                curves.stream().filter(curve -> curve.chosenEpoch() > 0).toList();
        for (Curve curve : choices) {
            accuracy.mark(curve.chosenEpoch(), curves.size() == 1 ? "chosen: " + curve.chosenEpoch() : "");
        }
        String chosen = choices.stream()
                .map(curve -> "seed " + curve.seed() + ": epoch " + curve.chosenEpoch() + " of "
                        + curve.epochs().size())
                .collect(Collectors.joining(", "));
        return new LearningCurves(
                loss,
                accuracy,
                chosen.isEmpty()
                        ? model + ": the last epoch was kept"
                        : model + ", chosen epoch (upright lines): " + chosen);
    }

    private static Series series(String name, int style, List<Curve> curves, ToDoubleFunction<EpochScores> value) {
        int epochs =
                curves.stream().mapToInt(curve -> curve.epochs().size()).max().orElse(0);
        List<Series.Point> points = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            int index = epoch;
            var statistics = curves.stream()
                    .filter(curve -> curve.epochs().size() > index)
                    .mapToDouble(curve -> value.applyAsDouble(curve.epochs().get(index)))
                    .filter(Double::isFinite)
                    .summaryStatistics();
            if (statistics.getCount() > 0) {
                points.add(
                        new Series.Point(epoch + 1, statistics.getAverage(), statistics.getMin(), statistics.getMax()));
            }
        }
        return new Series(name, style, points, true, false);
    }
}
