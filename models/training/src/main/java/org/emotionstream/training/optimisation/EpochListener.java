package org.emotionstream.training.optimisation;

import org.emotionstream.training.network.Architecture;

/** Hears of each epoch that a network has finished, in the thread that trains it. */
@FunctionalInterface
public interface EpochListener {
    /**
     * @param epoch counted from 1
     * @param accuracy on the samples kept apart, in [0, 1]
     */
    void finished(Architecture architecture, int epoch, int epochs, double accuracy);
}
