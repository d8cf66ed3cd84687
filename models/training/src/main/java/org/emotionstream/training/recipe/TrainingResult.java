package org.emotionstream.training.recipe;

import java.util.List;
import java.util.Map;
import org.emotionstream.evaluation.history.AnswerScores;
import org.emotionstream.evaluation.prediction.Prediction;
import org.emotionstream.training.combination.FittedHead;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.principalcomponents.PrincipalComponents;

/**
 * What the trainings have learned, before it is written.
 *
 * @param principalComponents from features to components
 * @param trainings one for each seed
 * @param serving which of them serves, counted from 0
 * @param outOfFold what the networks of each training answered for its fold, one training after the other
 * @param head fitted to these answers
 * @param scores of these answers: model-1 to model-4, and {@code combined} by cross-fitting
 * @param learned how many faces the training that serves learned from
 * @param choosing how many faces chose epochs and the training that serves
 * @param reported what the networks of each training answered for the split that is reported on
 */
public record TrainingResult(
        PrincipalComponents principalComponents,
        List<SeededTraining> trainings,
        int serving,
        List<Prediction> outOfFold,
        FittedHead head,
        Map<String, AnswerScores> scores,
        int learned,
        int choosing,
        List<List<Prediction>> reported) {
    /** The networks that serve: model-1 to model-4. */
    public List<TrainedNetwork> networks() {
        return trainings.get(serving).networks();
    }
}
