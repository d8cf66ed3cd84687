package org.emotionstream.paper.recipe;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.Selection;
import org.emotionstream.evaluation.measurement.ReleaseMeasurement;
import org.emotionstream.landmarks.FaceModels;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.training.PublishedRecipe;
import org.emotionstream.training.export.Provenance;

/**
 * {@code train --recipe paper}: from a data set to a release with its Table 1, as the paper did it as far as that
 * is published. Interrupted, it goes on with what is finished: the faces, and each network.
 *
 * @param plan usually {@link PaperPlan#published}
 */
public record PaperRecipe(PaperPlan plan) {
    private static final String VALID = "valid";

    /**
     * Trains on the split {@code train}, writes the release, measures it on {@code valid} without the groups of
     * {@code train}, and prints Table 1.
     *
     * @throws org.emotionstream.evaluation.dataset.DatasetException when there is no split {@code valid}
     * @throws IOException when something cannot be written; then there is no folder of this name
     */
    public PaperOutcome run(Dataset dataset, Provenance provenance, PublishedRecipe.Order order) throws IOException {
        // What can be refused is refused before an hour has been spent.
        if (Files.exists(order.target())) {
            throw new FileAlreadyExistsException(order.target() + " exists: choose another id, or remove it first");
        }
        Selection selection = Selection.of(dataset.pictures(), VALID);
        PaperResult result = train(dataset, order);
        List<Emotion> labels = selection.pictures().stream()
                .map(picture -> picture.label().orElseThrow())
                .toList();
        PaperOutcome outcome = new PaperRelease(plan, result, provenance)
                .write(
                        order.target(),
                        written -> new ReleaseMeasurement(order.landmarkModel(), order.threads())
                                .report(written, dataset, selection, done -> order.progress()
                                        .at("measuring on " + VALID, done, labels.size())),
                        labels);
        order.table().println(new PaperTableText(outcome.table()).plain());
        order.table().flush();
        return outcome;
    }

    private PaperResult train(Dataset dataset, PublishedRecipe.Order order) throws IOException {
        PaperFolder folder = new PaperFolder(order.work(), dataset.hash(), plan);
        try (FaceModels models = FaceModels.open(order.landmarkModel())) {
            ImageToLandmarks step = new ImageToLandmarks(models, plan.tile(), LandmarkSettings.DEFAULT);
            return new PaperTraining(folder, order.threads(), order.progress()).run(dataset, step);
        }
    }
}
