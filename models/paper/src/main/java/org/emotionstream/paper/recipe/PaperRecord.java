package org.emotionstream.paper.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.evaluation.history.EpochScores;
import org.emotionstream.training.export.Provenance;
import org.emotionstream.training.optimisation.TrainedNetwork;

/**
 * How a release was made, as it stands in {@code release.json}.
 *
 * @param recipe {@code paper}
 * @param seed of all that was drawn
 * @param threads how many networks learned at once, each in one thread
 * @param dataHash sha256 over the data set's labels and pictures
 * @param labelsHash sha256 over {@code labels.csv}
 * @param commit of the code
 * @param originals how many pictures there were to learn from
 * @param copies how many changed copies of them
 * @param learned how many of both were learned from; Keras kept the rest apart
 * @param plan every number of the recipe
 * @param componentsFor95 components that would keep 95 % of the features' variance
 * @param history how each network, and the combined model, did in each epoch
 */
record PaperRecord(
        String recipe,
        long seed,
        int threads,
        String dataHash,
        String labelsHash,
        String commit,
        int originals,
        int copies,
        int learned,
        PaperPlan plan,
        int componentsFor95,
        Map<String, List<EpochScores>> history) {
    static PaperRecord of(PaperPlan plan, PaperResult result, Provenance provenance) {
        Map<String, List<EpochScores>> history = new LinkedHashMap<>();
        for (TrainedNetwork network : result.networks()) {
            history.put(network.architecture().label(), network.history());
        }
        history.put("combined", result.headHistory());
        return new PaperRecord(
                "paper",
                plan.seed(),
                provenance.threads(),
                provenance.dataHash(),
                provenance.labelsHash(),
                provenance.commit(),
                result.originals(),
                result.copies(),
                result.learned(),
                plan,
                result.componentsFor95(),
                history);
    }
}
