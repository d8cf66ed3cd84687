package org.emotionstream.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.dlib.DlibException;
import org.emotionstream.dlib.ShapePredictor;
import org.emotionstream.landmarks.FaceModels;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.training.dataset.Dataset;
import org.emotionstream.training.dataset.DatasetException;
import org.emotionstream.training.dataset.Datasets;
import org.emotionstream.training.dataset.Selection;
import org.emotionstream.training.evaluation.ReleaseMeasurement;
import org.emotionstream.training.export.Measurements;
import org.emotionstream.training.export.Provenance;
import org.emotionstream.training.export.ReleaseWriter;
import org.emotionstream.training.faces.FaceKeys;
import org.emotionstream.training.grouping.GroupedDataset;
import org.emotionstream.training.network.Architecture;
import org.emotionstream.training.recipe.Progress;
import org.emotionstream.training.recipe.Training;
import org.emotionstream.training.recipe.TrainingPlan;
import org.emotionstream.training.recipe.TrainingResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code train}: a data set becomes a release. Tells on standard error how far it is. */
@Command(
        name = "train",
        description = "Trains a release: four networks and the head that combines them.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final String VALIDATION = "valid";

    @Option(
            names = "--dataset",
            required = true,
            description = "Folder of labelled pictures, in any of the layouts that docs/guides/datasets.md shows.")
    private Path dataset;

    @Option(names = "--out", required = true, description = "Folder of the release; its last name is the release's id.")
    private Path out;

    @Option(names = "--seed", defaultValue = "1", description = "Of all that is drawn (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--epochs",
            split = ",",
            defaultValue = "14",
            paramLabel = "N",
            description = "How often each face is seen: one number, or four with commas between them, for model-1 to"
                    + " model-4 (default ${DEFAULT-VALUE}).")
    private List<Integer> epochs;

    @Option(
            names = "--trainings",
            defaultValue = "3",
            description = "How many times the four are trained, each with another seed and without another tenth of"
                    + " the data, so that the head can be fitted to what they have not learned from (default"
                    + " ${DEFAULT-VALUE}).")
    private int trainings;

    @Option(
            names = "--threads",
            defaultValue = "2",
            description = "Networks that learn at once; changes nothing in the result (default ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--limit", defaultValue = "0", description = "Most pictures to learn from; 0 is all (default).")
    private int limit;

    @Option(
            names = "--work",
            defaultValue = ".emotionstream/training",
            description = "Folder for what a second training can use again (default ${DEFAULT-VALUE}).")
    private Path work;

    @Option(
            names = "--landmark-model",
            description = "dlib's 68-point model (default: where the Debian package libdlib-data puts it).")
    private Path landmarkModel = ShapePredictor.DEBIAN_MODEL;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        check();
        PrintWriter errors = spec.commandLine().getErr();
        try {
            StoredRelease release = train(new Progress(errors));
            errors.println("release " + release.release().id() + " written to " + release.folder());
            errors.flush();
            return ExitCode.OK;
        } catch (DatasetException | DlibException e) {
            errors.println("train: " + e.getMessage());
            errors.flush();
            return ExitCode.USAGE;
        }
    }

    private StoredRelease train(Progress progress) throws IOException {
        TrainingPlan plan = TrainingPlan.standard(seed, trainings, epochsOfEach(), limit);
        try (Dataset pictures = grouped(progress);
                FaceModels models = FaceModels.open(landmarkModel)) {
            ImageToLandmarks step = new ImageToLandmarks(models, plan.tile(), LandmarkSettings.DEFAULT);
            FaceKeys keys = FaceKeys.of(plan.tile(), LandmarkSettings.DEFAULT, landmarkModel, Training.VARIANTS);
            TrainingResult result = new Training(plan, threads, work, progress).run(pictures, step, keys);
            return new ReleaseWriter(plan, result, provenance(pictures))
                    .write(out, written -> measured(written, pictures, progress));
        }
    }

    private Dataset grouped(Progress progress) throws IOException {
        Dataset pictures = Datasets.open(dataset);
        int all = pictures.pictures().size();
        Dataset grouped = GroupedDataset.of(
                pictures, work, done -> progress.at("looking for pictures that look alike", done, all));
        grouped.remarks().forEach(progress::tell);
        return grouped;
    }

    private List<Integer> epochsOfEach() {
        return epochs.size() == 1 ? Collections.nCopies(Architecture.values().length, epochs.get(0)) : epochs;
    }

    private void check() {
        if (epochs.size() != 1 && epochs.size() != Architecture.values().length) {
            throw new ParameterException(spec.commandLine(), "--epochs: expected one number or four, found " + epochs);
        }
        if (Collections.min(epochs) < 1 || threads < 1 || limit < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected --epochs and --threads of 1 or more and no negative --limit, found " + epochs + ", "
                            + threads + " and " + limit);
        }
        if (Files.exists(out)) {
            throw new ParameterException(
                    spec.commandLine(), out + " exists: choose another id, or remove it before you train it anew");
        }
    }

    private Provenance provenance(Dataset pictures) throws IOException {
        Path notice = dataset.resolve("NOTICE.md");
        return new Provenance(
                out.toAbsolutePath().normalize().getFileName().toString(),
                pictures.hash(),
                pictures.labelsHash(),
                Files.exists(notice) ? Optional.of(Files.readString(notice)) : Optional.empty(),
                Commit.current(),
                threads);
    }

    private Measurements measured(StoredRelease written, Dataset pictures, Progress progress) {
        if (pictures.pictures().stream().noneMatch(picture -> picture.split().equals(VALIDATION))) {
            return Measurements.of(Optional.empty());
        }
        Selection selection = Selection.of(pictures.pictures(), VALIDATION);
        int all = selection.pictures().size();
        return Measurements.of(Optional.of(new ReleaseMeasurement(landmarkModel, threads)
                .report(written, pictures, selection, done -> progress.at("measuring on " + VALIDATION, done, all))));
    }
}
