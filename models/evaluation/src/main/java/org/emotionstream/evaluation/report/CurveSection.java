package org.emotionstream.evaluation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.emotionstream.evaluation.history.Curve;
import org.emotionstream.evaluation.history.EpochScores;
import org.emotionstream.evaluation.report.chart.LineChart;
import org.emotionstream.evaluation.report.chart.Markup;
import org.emotionstream.evaluation.report.chart.Series;

/** Loss and accuracy by epoch, model by model (the paper's figures 17 to 20): mean and spread over the seeds. */
final class CurveSection {
    private static final int TRAINING = 1;
    private static final int HELD_OUT = 0;

    private CurveSection() {}

    static Optional<Section> of(ReportData data) {
        if (data.curves().stream().allMatch(curve -> curve.epochs().isEmpty())) {
            return Optional.empty();
        }
        Map<String, List<Curve>> byModel = data.curves().stream()
                .filter(curve -> !curve.epochs().isEmpty())
                .collect(Collectors.groupingBy(Curve::model, LinkedHashMap::new, Collectors.toList()));
        double most = byModel.values().stream()
                .flatMap(List::stream)
                .flatMap(curve -> curve.epochs().stream())
                .mapToDouble(epoch -> Math.max(epoch.trainingLoss(), epoch.heldOutLoss()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        StringBuilder body =
                new StringBuilder(Markup.note("Lines are means over the seeds, bands reach from the least to"
                        + " the most. Training: as learned from, with whatever augmentation and dropout the recipe has, so that"
                        + " it may lie below the other. All losses, and all accuracies, have one scale."));
        byModel.forEach((model, curves) -> body.append(figures(model, curves, most)));
        return Optional.of(new Section("curves", "Learning curves", body.toString()));
    }

    private static String figures(String model, List<Curve> curves, double most) {
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
        for (Curve curve : curves) {
            if (curve.chosenEpoch() > 0) {
                accuracy.mark(curve.chosenEpoch(), curves.size() == 1 ? "chosen: " + curve.chosenEpoch() : "");
            }
        }
        String chosen = curves.stream()
                .filter(curve -> curve.chosenEpoch() > 0)
                .map(curve -> "seed " + curve.seed() + ": epoch " + curve.chosenEpoch() + " of "
                        + curve.epochs().size())
                .collect(Collectors.joining(", "));
        return "<div class=\"charts\">" + loss.html() + accuracy.html() + "</div>\n"
                + (chosen.isEmpty()
                        ? Markup.note(model + ": the last epoch was kept")
                        : Markup.note(model + ", chosen epoch (upright lines): " + chosen));
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
