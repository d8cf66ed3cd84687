package org.emotionstream.training.recipe;

import java.util.List;
import java.util.Map;
import org.emotionstream.training.combination.Combination;
import org.emotionstream.training.optimisation.Scores;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.prediction.Prediction;
import org.emotionstream.training.principalcomponents.PrincipalComponents;

/**
 * What the trainings have learned, before it is written.
 *
 * @param principalComponents from features to components
 * @param trainings one for each seed
 * @param serving which of them serves, counted from 0
 * @param outOfFold what the networks of each training answered for its fold
 * @param combination temperatures and head
 * @param scores out of fold, of model-1 to model-4, and {@code combined} by cross-fitting
 * @param learned how many faces the training that serves learned from
 * @param keptApart how many faces choose
 */
public record TrainingResult(
        PrincipalComponents principalComponents,
        List<SeededTraining> trainings,
        int serving,
        List<Prediction> outOfFold,
        Combination combination,
        Map<String, Scores> scores,
        int learned,
        int keptApart) {
    /** The networks that serve: model-1 to model-4. */
    public List<TrainedNetwork> networks() {
        return trainings.get(serving).networks();
    }
}
