package org.emotionstream.training.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.evaluation.history.EpochScores;
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
 * @param choosing how many faces chose epochs and the training that serves
 * @param outOfFold how many faces the head was fitted to
 * @param serving which training serves, counted from 1
 * @param plan the recipe
 * @param epochs the chosen epoch of each network
 * @param history how each network did in each epoch
 */
record TrainingRecord(
        long seed,
        int threads,
        String dataHash,
        String labelsHash,
        String commit,
        int learned,
        int choosing,
        int outOfFold,
        int serving,
        TrainingPlan plan,
        Map<String, Integer> epochs,
        Map<String, List<EpochScores>> history) {
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
                result.choosing(),
                result.outOfFold().size(),
                result.serving() + 1,
                plan,
                epochs,
                history);
    }
}
