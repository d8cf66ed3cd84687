package org.emotionstream.training.optimisation;

/** The rate of each step: rises evenly in the warm-up, then falls to zero along half a cosine. */
final class LearningRate {
    private final double highest;
    private final long steps;
    private final long warmUpSteps;

    LearningRate(double highest, double warmUp, long steps) {
        this.highest = highest;
        this.steps = steps;
        this.warmUpSteps = Math.round(warmUp * steps);
    }

    /** The rate of step {@code step}, counted from 0. */
    double at(long step) {
        if (step < warmUpSteps) {
            return highest * (step + 1) / warmUpSteps;
        }
        double progress = (double) (step - warmUpSteps) / Math.max(1, steps - warmUpSteps);
        return highest * 0.5 * (1 + StrictMath.cos(Math.PI * progress));
    }
}
