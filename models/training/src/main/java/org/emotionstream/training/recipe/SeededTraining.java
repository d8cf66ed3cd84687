package org.emotionstream.training.recipe;

import java.util.List;
import org.emotionstream.training.optimisation.TrainedNetwork;

/**
 * One of several trainings of the same recipe, which differ in seed and fold.
 *
 * @param seed that its networks' seeds are counted from
 * @param networks model-1 to model-4
 * @param choosingLoss mean cross entropy of their average on the choosing part: the training with the least
 *     serves
 */
public record SeededTraining(long seed, List<TrainedNetwork> networks, double choosingLoss) {
    public SeededTraining {
        networks = List.copyOf(networks);
    }
}
