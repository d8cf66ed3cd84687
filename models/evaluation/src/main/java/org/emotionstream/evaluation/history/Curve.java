package org.emotionstream.evaluation.history;

import java.util.List;

/**
 * How one network learned (the paper's figures 17 to 20).
 *
 * @param model for example {@code model-1}
 * @param seed of the training
 * @param chosenEpoch whose weights it has, counted from 1; 0 when the last one was kept without a choice
 * @param epochs what it reached in each
 */
public record Curve(String model, long seed, int chosenEpoch, List<EpochScores> epochs) {
    public Curve {
        epochs = List.copyOf(epochs);
    }
}
