package org.emotionstream.training.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.NetworkSubsets;
import org.emotionstream.evaluation.measurement.Evaluation;
import org.emotionstream.evaluation.measurement.EvaluationReport;
import org.emotionstream.evaluation.measurement.Figures;
import org.emotionstream.evaluation.measurement.Scores;
import org.emotionstream.evaluation.report.TableOne;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.recipe.TrainingResult;

/** The paper's Table 1 beside what our recipe reaches with the same four networks. */
final class TableOneOfRelease {
    private TableOneOfRelease() {}

    static TableOne of(TrainingResult result, EvaluationReport report) {
        Figures figures = report.figures();
        List<TableOne.Row> rows = new ArrayList<>();
        for (TrainedNetwork network : result.networks()) {
            String model = network.architecture().label();
            double learned = network.history().get(network.epoch() - 1).trainingAccuracy();
            rows.add(row(model, network.architecture().parameterCount(), OptionalDouble.of(learned), figures));
        }
        rows.add(row(Evaluation.COMBINED, parametersOfHead(), OptionalDouble.empty(), figures));
        return new TableOne(
                String.format(
                        Locale.ROOT, "%,d faces, in the guises in which they were learned from", result.learned()),
                String.format(
                        Locale.ROOT,
                        "%,d faces found in the split %s",
                        report.evaluation().faces(),
                        report.split()),
                rows,
                figures.majority().share(),
                figures.majority().label().label());
    }

    private static TableOne.Row row(String model, long parameters, OptionalDouble train, Figures figures) {
        Scores scores = figures.models().get(model).scores();
        return TableOne.Row.of(
                model, parameters, train, scores.accuracy(), scores.balancedAccuracy(), scores.macroF1());
    }

    /** At most: four matrices and the biases, where all four networks have answered. */
    private static long parametersOfHead() {
        return (long) NetworkSubsets.NETWORKS.size() * Emotion.COUNT * Emotion.COUNT + Emotion.COUNT;
    }
}
