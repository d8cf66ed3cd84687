package org.emotionstream.paper.recipe;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.Selection;
import org.emotionstream.evaluation.measurement.ReleaseMeasurement;
import org.emotionstream.landmarks.FaceModels;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.training.export.Provenance;
import org.emotionstream.training.recipe.Progress;

/**
 * {@code train --recipe paper}: from a data set to a release with its Table 1, as the paper did it as far as that
 * is published. Interrupted, it goes on with what is finished: the faces, and each network.
 */
public final class PaperRecipe {
    private static final String VALID = "valid";

    private final PaperPlan plan;
    private final Path landmarkModel;
    private final Path work;
    private final int threads;
    private final Progress progress;

    /**
     * @param plan usually {@link PaperPlan#published}
     * @param landmarkModel dlib's 68-point model
     * @param work folder for what a second run can use again
     * @param threads how many networks learn at once; changes nothing in the result
     * @param progress told how far it is
     */
    public PaperRecipe(PaperPlan plan, Path landmarkModel, Path work, int threads, Progress progress) {
        this.plan = plan;
        this.landmarkModel = landmarkModel;
        this.work = work;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Trains on the split {@code train}, writes the release, measures it on {@code valid} without the groups of
     * {@code train}, and prints Table 1.
     *
     * @param target the release's folder, named by the provenance's id; must not exist
     * @param out where Table 1 is printed
     * @throws org.emotionstream.evaluation.dataset.DatasetException when there is no split {@code valid}
     * @throws IOException when something cannot be written; then there is no folder of this name
     */
    public PaperOutcome run(Dataset dataset, Provenance provenance, Path target, PrintWriter out) throws IOException {
        // What can be refused is refused before an hour has been spent.
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target + " exists: choose another id, or remove it first");
        }
        Selection selection = Selection.of(dataset.pictures(), VALID);
        PaperResult result = train(dataset);
        List<Emotion> labels = selection.pictures().stream()
                .map(picture -> picture.label().orElseThrow())
                .toList();
        PaperOutcome outcome = new PaperRelease(plan, result, provenance)
                .write(
                        target,
                        written -> new ReleaseMeasurement(landmarkModel, threads)
                                .report(
                                        written,
                                        dataset,
                                        selection,
                                        done -> progress.at("measuring on " + VALID, done, labels.size())),
                        labels);
        out.println(new PaperTableText(outcome.table()).plain());
        out.flush();
        return outcome;
    }

    private PaperResult train(Dataset dataset) throws IOException {
        PaperFolder folder = new PaperFolder(work, dataset.hash(), plan);
        try (FaceModels models = FaceModels.open(landmarkModel)) {
            ImageToLandmarks step = new ImageToLandmarks(models, plan.tile(), LandmarkSettings.DEFAULT);
            return new PaperTraining(folder, threads, progress).run(dataset, step);
        }
    }
}
