package org.emotionstream.paper.recipe;

import org.emotionstream.contract.Release;

/**
 * Everything that decides what comes out of the recipe, besides the data.
 *
 * @param seed of all that is drawn
 * @param cap most pictures of one class, before copies are added
 * @param copiesOneIn a changed copy is added for one picture in so many
 * @param validationShare share of originals and copies that Keras is told to keep apart, in (0, 1)
 * @param batch rows a step
 * @param learningRate of RMSprop
 * @param epochs of the four networks
 * @param headEpochs of the combined model
 * @param tile how tiles are cut
 */
public record PaperPlan(
        long seed,
        int cap,
        int copiesOneIn,
        double validationShare,
        int batch,
        double learningRate,
        int epochs,
        int headEpochs,
        Release.TileSettings tile) {
    /** The whole picture in colour, resized without regard to its shape, searched at the detector's own threshold. */
    public static final Release.TileSettings TILE =
            new Release.TileSettings("whole-picture", 100, "bgr", "linear", 0, 0, 0);

    /** The paper's numbers. */
    public static PaperPlan published(long seed) {
        return new PaperPlan(seed, 3500, 3, 0.2, 100, 1e-3, 10, 20, TILE);
    }
}
