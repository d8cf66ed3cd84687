package org.emotionstream.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.drift.DriftCounts;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.LabelledPicture;
import org.emotionstream.evaluation.dataset.Selection;
import org.emotionstream.evaluation.measurement.EvaluationReport;
import org.emotionstream.evaluation.measurement.ReferenceWriter;
import org.emotionstream.evaluation.measurement.ReleaseMeasurement;
import org.emotionstream.evaluation.skew.ReleaseSkew;
import org.emotionstream.evaluation.skew.Skew;
import org.emotionstream.landmarks.FaceModels;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.training.export.Provenance;
import org.emotionstream.training.export.ReleaseWriter;
import org.emotionstream.training.faces.FaceKeys;
import org.emotionstream.training.recipe.Progress;
import org.emotionstream.training.recipe.Training;
import org.emotionstream.training.recipe.TrainingPlan;
import org.emotionstream.training.recipe.TrainingResult;
import org.emotionstream.training.views.Measurements;
import org.emotionstream.training.views.ReleaseViews;

/** Our recipe, from a data set to a release with its card and its report. */
final class StandardRecipe {
    private static final String VALIDATION = "valid";

    private final TrainingPlan plan;
    private final Path landmarkModel;
    private final Path work;
    private final int threads;
    private final ReleaseSkew.Folders folders;
    private final Progress progress;

    /**
     * @param work folder for what a second training can use again
     * @param folders of further pictures for the report
     */
    StandardRecipe(
            TrainingPlan plan,
            Path landmarkModel,
            Path work,
            int threads,
            ReleaseSkew.Folders folders,
            Progress progress) {
        this.plan = plan;
        this.landmarkModel = landmarkModel;
        this.work = work;
        this.threads = threads;
        this.folders = folders;
        this.progress = progress;
    }

    /**
     * Trains, measures and writes.
     *
     * @param target the release's folder, named by its id; must not exist
     * @throws IOException when something cannot be written; then there is no folder of this name
     */
    StoredRelease run(Dataset dataset, Provenance provenance, Path target) throws IOException {
        Optional<Selection> selection = validation(dataset);
        TrainingResult result =
                train(dataset, selection.map(Selection::pictures).orElse(List.of()));
        DriftCounts counts = new DriftCounts();
        ReleaseViews views = new ReleaseViews(plan, result, provenance);
        StoredRelease release = new ReleaseWriter(plan, result, provenance)
                .write(target, written -> views.of(measured(written, dataset, selection, result, counts)));
        if (selection.isPresent()) {
            ReferenceWriter.write(release, dataset, VALIDATION, counts);
        }
        return release;
    }

    private TrainingResult train(Dataset dataset, List<LabelledPicture> reported) throws IOException {
        try (FaceModels models = FaceModels.open(landmarkModel)) {
            ImageToLandmarks step = new ImageToLandmarks(models, plan.tile(), LandmarkSettings.DEFAULT);
            FaceKeys keys = FaceKeys.of(plan.tile(), LandmarkSettings.DEFAULT, landmarkModel, Training.VARIANTS);
            return new Training(plan, threads, work, progress).run(dataset, reported, step, keys);
        }
    }

    private static Optional<Selection> validation(Dataset dataset) {
        boolean there =
                dataset.pictures().stream().anyMatch(picture -> picture.split().equals(VALIDATION));
        return there ? Optional.of(Selection.of(dataset.pictures(), VALIDATION)) : Optional.empty();
    }

    private Measurements measured(
            StoredRelease written,
            Dataset dataset,
            Optional<Selection> selection,
            TrainingResult result,
            DriftCounts counts) {
        if (selection.isEmpty()) {
            return new Measurements(
                    Optional.empty(),
                    Optional.of(result.head().report()),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }
        Selection pictures = selection.get();
        int all = pictures.pictures().size();
        EvaluationReport evaluation = new ReleaseMeasurement(landmarkModel, threads)
                .against(SeedResults.bestSingle(result).name())
                .observing(counts)
                .report(written, dataset, pictures, done -> progress.at("measuring on " + VALIDATION, done, all));
        Skew skew = skew(written, dataset, pictures);
        return new Measurements(
                Optional.of(evaluation),
                Optional.of(result.head().report()),
                SeedResults.of(result),
                Optional.of(skew.guises()),
                Optional.of(skew.faceFree()));
    }

    private Skew skew(StoredRelease written, Dataset dataset, Selection pictures) {
        try {
            return new ReleaseSkew(landmarkModel, threads, progress::tell)
                    .measure(written, dataset, pictures, ReleaseSkew.FACES, folders);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring skew", e);
        }
    }
}
