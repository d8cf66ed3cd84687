package org.emotionstream.training.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.training.optimisation.EpochScores;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.recipe.TrainingPlan;
import org.emotionstream.training.recipe.TrainingResult;

/**
 * How a release was made, as it stands in {@code release.json}.
 *
 * @param seed of all that was drawn
 * @param threads how many networks learned at once, each in one thread
 * @param dataHash sha256 over the data set's labels and pictures
 * @param labelsHash sha256 over {@code labels.csv}
 * @param commit of the code
 * @param learned how many faces were learned from
 * @param keptApart how many faces chose epochs, temperatures and head
 * @param plan the recipe
 * @param epochs the chosen epoch of each network
 * @param history how each network did in each epoch
 * @param temperatures of each network, folded into its last layer
 */
record TrainingRecord(
        long seed,
        int threads,
        String dataHash,
        String labelsHash,
        String commit,
        int learned,
        int keptApart,
        TrainingPlan plan,
        Map<String, Integer> epochs,
        Map<String, List<EpochScores>> history,
        List<Double> temperatures) {
    static TrainingRecord of(TrainingPlan plan, TrainingResult result, Provenance provenance) {
        Map<String, Integer> epochs = new LinkedHashMap<>();
        Map<String, List<EpochScores>> history = new LinkedHashMap<>();
        for (TrainedNetwork network : result.networks()) {
            epochs.put(network.architecture().label(), network.epoch());
            history.put(network.architecture().label(), network.history());
        }
        return new TrainingRecord(
                plan.seed(),
                provenance.threads(),
                provenance.dataHash(),
                provenance.labelsHash(),
                provenance.commit(),
                result.learned(),
                result.keptApart(),
                plan,
                epochs,
                history,
                result.combination().temperatures());
    }
}
