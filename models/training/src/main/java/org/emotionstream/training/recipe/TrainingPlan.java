package org.emotionstream.training.recipe;

import java.util.Collections;
import java.util.List;
import org.emotionstream.contract.Release;
import org.emotionstream.training.network.PaperArchitecture;
import org.emotionstream.training.optimisation.OptimisationSettings;

/**
 * Everything that decides what comes out of a training, besides the data.
 *
 * @param seed of all that is drawn
 * @param trainings how many times the four networks are trained, each time with another seed and without another
 *     fold
 * @param epochs of each network, model-1 to model-4: how often it sees each face
 * @param limit most pictures to learn from; 0 is all
 * @param choosing share of the groups by which epochs, and the training that serves, are chosen
 * @param fold share of the groups that each training does not learn from
 * @param guises how many other guises of each face there are to learn from
 * @param cap most pictures of one class that are taken of {@code mux}, which is mostly neutral and happy
 * @param tile how tiles are cut
 * @param optimisation how each network learns, model-1 to model-4
 */
public record TrainingPlan(
        long seed,
        int trainings,
        List<Integer> epochs,
        int limit,
        double choosing,
        double fold,
        int guises,
        int cap,
        Release.TileSettings tile,
        List<OptimisationSettings> optimisation) {
    private static final double MARGIN = 1.2;
    private static final double FRAME_THRESHOLD = 0;
    private static final double TILE_THRESHOLD = -0.5;

    public TrainingPlan {
        epochs = List.copyOf(epochs);
        optimisation = List.copyOf(optimisation);
        int networks = PaperArchitecture.values().length;
        if (epochs.size() != networks || optimisation.size() != networks) {
            throw new IllegalArgumentException("a plan has epochs and settings of four networks, here are those of "
                    + epochs.size() + " and " + optimisation.size());
        }
    }

    /** How often this network sees each face. */
    public int epochs(PaperArchitecture architecture) {
        return epochs.get(architecture.ordinal());
    }

    /** How this network learns. */
    public OptimisationSettings optimisation(PaperArchitecture architecture) {
        return optimisation.get(architecture.ordinal());
    }

    /** The seed of a network of training {@code training}, counted from 0. */
    public long networkSeed(int training, PaperArchitecture architecture) {
        return seed + 1_000_000L * training + 1000L * architecture.ordinal();
    }

    /** Our recipe: the release that serves. */
    public static TrainingPlan standard(long seed, int trainings, List<Integer> epochs, int limit) {
        Release.TileSettings tile = new Release.TileSettings(
                "landmark-crop", 100, "grey", "area-linear", MARGIN, FRAME_THRESHOLD, TILE_THRESHOLD);
        List<OptimisationSettings> optimisation =
                Collections.nCopies(PaperArchitecture.values().length, OptimisationSettings.standard());
        return new TrainingPlan(seed, trainings, epochs, limit, 0.05, 0.1, 4, 2000, tile, optimisation);
    }
}
