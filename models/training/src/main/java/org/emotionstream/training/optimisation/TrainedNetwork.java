package org.emotionstream.training.optimisation;

import java.util.List;
import org.emotionstream.training.network.Architecture;
import org.emotionstream.training.network.EmotionNetwork;

/**
 * A network that has learned.
 *
 * @param architecture which of the four
 * @param weights as {@link EmotionNetwork#weights()} gives them
 * @param epoch whose weights these are, counted from 1: the best on the samples kept apart
 * @param accuracies on the samples kept apart, after each epoch
 */
public record TrainedNetwork(Architecture architecture, List<float[]> weights, int epoch, List<Double> accuracies) {
    /** A network with these weights, to be closed by the caller. */
    public EmotionNetwork open() {
        return new EmotionNetwork(architecture, weights);
    }
}
