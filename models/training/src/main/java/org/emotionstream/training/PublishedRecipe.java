package org.emotionstream.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.training.export.Provenance;
import org.emotionstream.training.recipe.Progress;

/** The recipe of {@code train --recipe paper}; it lies in a module that sees this one. */
@FunctionalInterface
public interface PublishedRecipe {
    /**
     * Trains, measures and writes.
     *
     * @throws IOException when something cannot be written; then there is no folder of this name
     */
    StoredRelease train(Dataset pictures, Provenance provenance, Order order) throws IOException;

    /**
     * What the command line asks for.
     *
     * @param seed of all that is drawn
     * @param landmarkModel dlib's 68-point model
     * @param work folder for what a second training can use again
     * @param target the release's folder; must not exist
     * @param threads how many networks learn at once
     * @param progress told how far it is
     * @param table where the paper's Table 1 is printed
     */
    record Order(
            long seed, Path landmarkModel, Path work, Path target, int threads, Progress progress, PrintWriter table) {}
}
