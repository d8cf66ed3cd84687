package org.emotionstream.paper.recipe;

import java.util.List;
import java.util.Map;
import org.emotionstream.evaluation.history.EpochScores;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.principalcomponents.PrincipalComponents;

/**
 * What a training by the paper's recipe has learned, before it is written.
 *
 * @param components from features to 33 components, not scaled
 * @param componentsFor95 how many components would keep 95 % of the variance
 * @param networks model-1 to model-4, after their last epoch
 * @param head the combined model, after its last epoch
 * @param headHistory how it did in each epoch
 * @param training accuracy of each model by its name over the rows learned from, by its last weights
 * @param leaking the same over the rows that Keras kept apart, which are not independent of the others
 * @param originals how many pictures there were
 * @param copies how many changed copies of them
 * @param learned how many of both were learned from
 */
record PaperResult(
        PrincipalComponents components,
        int componentsFor95,
        List<TrainedNetwork> networks,
        SumHead head,
        List<EpochScores> headHistory,
        Map<String, Double> training,
        Map<String, Double> leaking,
        int originals,
        int copies,
        int learned) {
    /** The models in the order of the paper's table. */
    static final List<String> NAMES = List.of("model-1", "model-2", "model-3", "model-4", "combined");
}
