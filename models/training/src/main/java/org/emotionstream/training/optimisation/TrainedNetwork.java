package org.emotionstream.training.optimisation;

import java.util.List;
import org.emotionstream.evaluation.history.EpochScores;
import org.emotionstream.training.network.Architecture;
import org.emotionstream.training.network.EmotionNetwork;
import org.emotionstream.training.network.PictureScaling;

/**
 * A network that has learned.
 *
 * @param architecture which of the four
 * @param weights as {@link EmotionNetwork#weights()} gives them
 * @param epoch whose weights these are, counted from 1: the best on the samples kept apart
 * @param scaling what it makes of a tile's byte
 * @param history how it did in each epoch
 */
public record TrainedNetwork(
        Architecture architecture,
        PictureScaling scaling,
        List<float[]> weights,
        int epoch,
        List<EpochScores> history) {
    /** A network with these weights, to be closed by the caller. */
    public EmotionNetwork open() {
        return new EmotionNetwork(architecture, scaling, weights);
    }
}
