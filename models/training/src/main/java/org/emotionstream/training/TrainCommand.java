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
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.DatasetException;
import org.emotionstream.evaluation.grouping.DatasetOptions;
import org.emotionstream.evaluation.skew.ReleaseSkew;
import org.emotionstream.training.export.NewFolder;
import org.emotionstream.training.export.Provenance;
import org.emotionstream.training.network.PaperArchitecture;
import org.emotionstream.training.recipe.Progress;
import org.emotionstream.training.recipe.TrainingPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code train}: a data set becomes a release. Tells on standard error how far it is. */
@Command(
        name = "train",
        description = "Trains a release: four networks and the head that combines them.",
        mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {
    private static final int STANDARD_EPOCHS = 14;
    private static final int STANDARD_TRAININGS = 3;

    /** Each leaves out a tenth, beside the part that chooses. */
    private static final int MOST_TRAININGS = 9;

    /** How to train. */
    enum Recipe {
        standard,
        paper
    }

    private final Optional<PublishedRecipe> published;

    @Mixin
    private DatasetOptions options;

    @Option(names = "--out", required = true, description = "Folder of the release; its last name is the release's id.")
    private Path out;

    @Option(names = "--seed", defaultValue = "1", description = "Of all that is drawn (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--recipe",
            defaultValue = "standard",
            description = "standard: ours, which serves; paper: the paper's, as far as it is published, to compare"
                    + " with (default ${DEFAULT-VALUE}).")
    private Recipe recipe;

    @Option(
            names = "--epochs",
            split = ",",
            paramLabel = "N",
            description = "How often each face is seen: one number, or four with commas between them, for model-1 to"
                    + " model-4 (default " + STANDARD_EPOCHS + "). Not with --recipe paper.")
    private List<Integer> epochs;

    @Option(
            names = "--trainings",
            paramLabel = "N",
            description = "How many times the four are trained, each with another seed and without another tenth of"
                    + " the data, so that the head can be fitted to what they have not learned from (default "
                    + STANDARD_TRAININGS + "). Not with --recipe paper.")
    private Integer trainings;

    @Option(
            names = "--threads",
            defaultValue = "2",
            description = "Networks that learn at once; changes nothing in the result (default ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Most pictures to learn from; 0 is all (default). Not with --recipe paper.")
    private Integer limit;

    @Option(
            names = "--face-free",
            paramLabel = "DIR",
            description = "Folder of pictures without faces: the report then says what is found in them.")
    private Path faceFree;

    @Option(
            names = "--photographs",
            paramLabel = "DIR",
            description = "Folder of photographs with faces, for the report's part on skew.")
    private Path photographs;

    @Spec
    private CommandSpec spec;

    /**
     * A command that trains by our recipe, and by the paper's where it is given.
     *
     * @param published the recipe {@code paper}
     */
    public TrainCommand(Optional<PublishedRecipe> published) {
        this.published = published;
    }

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
        try (Dataset pictures = grouped(progress)) {
            Provenance provenance = provenance(pictures);
            PublishedRecipe.Order order = new PublishedRecipe.Order(
                    seed,
                    options.landmarkModel(),
                    options.work(),
                    out,
                    threads,
                    progress,
                    spec.commandLine().getOut());
            if (recipe == Recipe.paper) {
                return published.orElseThrow().train(pictures, provenance, order);
            }
            ReleaseSkew.Folders folders =
                    new ReleaseSkew.Folders(Optional.ofNullable(photographs), Optional.ofNullable(faceFree));
            return new StandardRecipe(plan(), folders, order).run(pictures, provenance);
        }
    }

    private TrainingPlan plan() {
        List<Integer> each = epochs == null ? List.of(STANDARD_EPOCHS) : epochs;
        return TrainingPlan.standard(
                seed,
                trainings == null ? STANDARD_TRAININGS : trainings,
                each.size() == 1 ? Collections.nCopies(PaperArchitecture.values().length, each.get(0)) : each,
                limit == null ? 0 : limit);
    }

    private Dataset grouped(Progress progress) {
        Dataset pictures = options.open((done, all) -> progress.at("looking for pictures that look alike", done, all));
        pictures.remarks().forEach(progress::tell);
        return pictures;
    }

    private void check() {
        if (recipe == Recipe.paper && (epochs != null || trainings != null || limit != null)) {
            throw wrong("--recipe paper is as it was published: no --epochs, --trainings or --limit");
        }
        if (recipe == Recipe.paper && published.isEmpty()) {
            throw wrong(
                    "--recipe paper: the paper's recipe is not part of this build; ./emotionstream train builds it");
        }
        if (epochs != null && epochs.size() != 1 && epochs.size() != PaperArchitecture.values().length) {
            throw wrong("--epochs: expected one number or four, found " + epochs);
        }
        if (epochs != null && Collections.min(epochs) < 1) {
            throw wrong("--epochs: expected 1 or more, found " + epochs);
        }
        if (threads < 1) {
            throw wrong("--threads: expected 1 or more, found " + threads);
        }
        if (limit != null && limit < 0) {
            throw wrong("--limit: expected 0 or more, found " + limit);
        }
        if (trainings != null && (trainings < 1 || trainings > MOST_TRAININGS)) {
            throw wrong("--trainings: expected 1 to " + MOST_TRAININGS + ", found " + trainings);
        }
        NewFolder.refusal(out).ifPresent(refusal -> {
            throw wrong(refusal);
        });
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Provenance provenance(Dataset pictures) throws IOException {
        Path notice = options.dataset().resolve("NOTICE.md");
        return new Provenance(
                out.toAbsolutePath().normalize().getFileName().toString(),
                pictures.hash(),
                pictures.labelsHash(),
                Files.exists(notice) ? Optional.of(Files.readString(notice)) : Optional.empty(),
                Commit.current(),
                threads);
    }
}
