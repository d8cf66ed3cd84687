package org.emotionstream.training.recipe;

import java.util.List;
import java.util.Map;
import org.emotionstream.training.combination.Combination;
import org.emotionstream.training.optimisation.Scores;
import org.emotionstream.training.optimisation.TrainedNetwork;
import org.emotionstream.training.principalcomponents.PrincipalComponents;

/**
 * What a training has learned, before it is written.
 *
 * @param principalComponents from features to components
 * @param networks model-1 to model-4
 * @param combination temperatures and head
 * @param scores on the samples kept apart, of model-1 to model-4, and {@code combined} by cross-fitting
 * @param learned how many samples were learned from
 * @param keptApart how many were kept apart
 */
public record TrainingResult(
        PrincipalComponents principalComponents,
        List<TrainedNetwork> networks,
        Combination combination,
        Map<String, Scores> scores,
        int learned,
        int keptApart) {}
