package org.emotionstream.training.optimisation;

import org.emotionstream.training.network.PictureScaling;

/**
 * How a network learns.
 *
 * @param batch samples a step
 * @param learningRate the highest rate of AdamW, reached after the warm-up
 * @param warmUp share of all steps in which the rate rises, in [0, 1)
 * @param weightDecay of AdamW, on weights, not on biases
 * @param dropoutBefore share of the flattened picture that a step leaves out
 * @param dropoutAfter share of the dense layers' outputs that a step leaves out
 * @param averageDecay of the moving average of the weights, in [0, 1)
 * @param classWeightPower a class weighs (mean count / its count) to this power: 0 is no weights
 * @param disguised share of the samples that a step sees in one of their other guises, in [0, 1]
 * @param mirrored share of the samples that a step sees mirrored, in [0, 1]
 * @param jitter a step shifts a tile by up to this many pixels in each direction
 * @param scaling what a network makes of a tile's byte
 */
public record OptimisationSettings(
        int batch,
        double learningRate,
        double warmUp,
        double weightDecay,
        double dropoutBefore,
        double dropoutAfter,
        double averageDecay,
        double classWeightPower,
        double disguised,
        double mirrored,
        int jitter,
        PictureScaling scaling) {
    /** Our recipe: half of the samples in another guise, half mirrored, a little dropout. */
    public static OptimisationSettings standard() {
        return new OptimisationSettings(
                64, 2e-3, 0.05, 0.01, 0.15, 0.1, 0.998, 0.2, 0.5, 0.5, 2, PictureScaling.CENTRED);
    }

    public OptimisationSettings {
        if (batch < 1 || jitter < 0) {
            throw new IllegalArgumentException(
                    "batches are of at least one sample and jitter is not negative; here: " + batch + ", " + jitter);
        }
    }
}
