package org.emotionstream.training;

import java.io.IOException;
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
import org.emotionstream.training.export.ReleaseFolder;
import org.emotionstream.training.export.ReleaseWriter;
import org.emotionstream.training.faces.FaceKeys;
import org.emotionstream.training.recipe.Training;
import org.emotionstream.training.recipe.TrainingPlan;
import org.emotionstream.training.recipe.TrainingResult;
import org.emotionstream.training.views.ReleaseViews;

/**
 * Our recipe, from a data set to a release with its card and its report.
 *
 * @param folders of further pictures for the report
 */
record StandardRecipe(TrainingPlan plan, ReleaseSkew.Folders folders, PublishedRecipe.Order order) {
    private static final String VALIDATION = "valid";

    /**
     * Trains, measures and writes.
     *
     * @throws IOException when something cannot be written; then there is no folder of this name
     */
    StoredRelease run(Dataset dataset, Provenance provenance) throws IOException {
        Optional<Selection> selection = validation(dataset);
        TrainingResult result =
                train(dataset, selection.map(Selection::pictures).orElse(List.of()));
        DriftCounts counts = new DriftCounts();
        ReleaseViews views = new ReleaseViews(plan, result, provenance);
        StoredRelease release = new ReleaseWriter(plan, result, provenance).write(order.target(), written -> selection
                .map(pictures -> measured(written, dataset, pictures, views, counts))
                .orElseGet(() -> views.of(Optional.empty(), List.of(), Optional.empty())));
        if (selection.isPresent()) {
            ReferenceWriter.write(release, dataset, VALIDATION, counts);
        }
        return release;
    }

    private TrainingResult train(Dataset dataset, List<LabelledPicture> reported) throws IOException {
        try (FaceModels models = FaceModels.open(order.landmarkModel())) {
            ImageToLandmarks step = new ImageToLandmarks(models, plan.tile(), LandmarkSettings.DEFAULT);
            FaceKeys keys =
                    FaceKeys.of(plan.tile(), LandmarkSettings.DEFAULT, order.landmarkModel(), Training.VARIANTS);
            return new Training(plan, order.threads(), order.work(), order.progress())
                    .run(dataset, reported, step, keys);
        }
    }

    private static Optional<Selection> validation(Dataset dataset) {
        boolean there =
                dataset.pictures().stream().anyMatch(picture -> picture.split().equals(VALIDATION));
        return there ? Optional.of(Selection.of(dataset.pictures(), VALIDATION)) : Optional.empty();
    }

    private ReleaseFolder.Measured measured(
            StoredRelease written, Dataset dataset, Selection pictures, ReleaseViews views, DriftCounts counts) {
        int all = pictures.pictures().size();
        EvaluationReport evaluation = new ReleaseMeasurement(order.landmarkModel(), order.threads())
                .against(SeedResults.bestSingle(views.result()).name())
                .observing(counts)
                .report(written, dataset, pictures, done -> order.progress()
                        .at("measuring on " + VALIDATION, done, all));
        return views.of(
                Optional.of(evaluation), SeedResults.of(views.result()), Optional.of(skew(written, dataset, pictures)));
    }

    private Skew skew(StoredRelease written, Dataset dataset, Selection pictures) {
        return new ReleaseSkew(order.landmarkModel(), order.threads(), order.progress()::tell)
                .measure(written, dataset, pictures, ReleaseSkew.FACES, folders);
    }
}
