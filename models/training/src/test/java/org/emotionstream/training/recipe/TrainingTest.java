package org.emotionstream.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Release;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.dlib.ShapePredictor;
import org.emotionstream.evaluation.dataset.ArchiveDataset;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.Selection;
import org.emotionstream.evaluation.dataset.TinyDataset;
import org.emotionstream.evaluation.measurement.ReleaseMeasurement;
import org.emotionstream.evaluation.report.ReportWriter;
import org.emotionstream.features.LandmarksToFeatures;
import org.emotionstream.landmarks.FaceModels;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.networks.FeaturesToDistribution;
import org.emotionstream.training.export.Provenance;
import org.emotionstream.training.export.ReleaseWriter;
import org.emotionstream.training.faces.FaceKeys;
import org.emotionstream.training.network.PictureScaling;
import org.emotionstream.training.optimisation.OptimisationSettings;
import org.emotionstream.training.views.ReleaseViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from pictures to a release, on noise in which a detector without standards sees faces. */
class TrainingTest {
    private static final String NOBODY = ",,,,,,,,,";
    private static final Release.TileSettings TILE =
            new Release.TileSettings("landmark-crop", 100, "grey", "area-linear", 1.3, 0, -3);
    private static final TrainingPlan PLAN = new TrainingPlan(
            3,
            2,
            List.of(1, 2, 1, 1),
            0,
            0.2,
            0.25,
            1,
            100,
            TILE,
            Collections.nCopies(
                    4,
                    new OptimisationSettings(
                            32, 2e-3, 0.1, 0.01, 0.15, 0.1, 0.9, 0.2, 0.5, 0.5, 1, PictureScaling.CENTRED)));
    private static final Provenance PROVENANCE =
            new Provenance("tiny", "data", "labels", Optional.of("Made by a test."), "commit", 2);

    @TempDir
    static Path folder;

    private static FaceModels models;
    private static Dataset dataset;
    private static TrainingResult result;
    private static final StringWriter SAID = new StringWriter();

    @BeforeAll
    static void train() throws IOException {
        TinyDataset tiny = new TinyDataset(Files.createDirectories(folder.resolve("data")));
        for (int i = 0; i < 120; i++) {
            int label = i % 9;
            String name = label == 8 ? "noface" : Emotion.values()[label].label();
            tiny.add("t" + i, "train", NOBODY, label + "," + name, "group" + i, NoisePictures.of(i));
        }
        tiny.add("v1", "valid", NOBODY, "2,sad", "group1", NoisePictures.of(1));
        tiny.add("v2", "valid", NOBODY, "2,sad", "group-v2", NoisePictures.of(1000));
        tiny.write();
        models = FaceModels.open(ShapePredictor.DEBIAN_MODEL);
        dataset = ArchiveDataset.open(folder.resolve("data"));
        result = run();
    }

    @AfterAll
    static void close() {
        dataset.close();
        models.close();
    }

    private static TrainingResult run() throws IOException {
        Progress progress = new Progress(new PrintWriter(SAID, true));
        ImageToLandmarks step = new ImageToLandmarks(models, TILE, LandmarkSettings.DEFAULT);
        return new Training(PLAN, 2, folder.resolve("work"), progress)
                .run(
                        dataset,
                        Selection.of(dataset.pictures(), "valid").pictures(),
                        step,
                        FaceKeys.of(TILE, LandmarkSettings.DEFAULT, ShapePredictor.DEBIAN_MODEL, Training.VARIANTS));
    }

    @Test
    void learnsFromOnePartAndKeepsTheOtherApart() {
        assertThat(result.learned()).isGreaterThan(result.choosing());
        assertThat(result.choosing()).isPositive();
        assertThat(result.trainings()).hasSize(2);
        assertThat(result.outOfFold()).doesNotHaveDuplicates();
        assertThat(result.reported()).hasSize(2);
        assertThat(result.scores()).containsOnlyKeys("model-1", "model-2", "model-3", "model-4", "combined");
        assertThat(result.scores()).allSatisfy((name, scores) -> assertThat(scores.faces())
                .isEqualTo(result.outOfFold().size()));
    }

    @Test
    void aSecondTrainingUsesWhatTheFirstHasFinished() throws IOException {
        TrainingResult again = run();

        assertThat(SAID.toString()).contains("model-4: already trained");
        assertThat(again.networks().get(1).history()).as("epochs of model-2").hasSize(2);
        assertThat(again.head()).isEqualTo(result.head());
        assertThat(again.networks().get(2).weights())
                .usingRecursiveComparison()
                .isEqualTo(result.networks().get(2).weights());
    }

    @Test
    void writesAReleaseThatServes() throws IOException {
        StoredRelease release = new ReleaseWriter(PLAN, result, PROVENANCE)
                .write(folder.resolve("releases/tiny"), written -> views().of(
                                Optional.of(new ReleaseMeasurement(ShapePredictor.DEBIAN_MODEL, 2)
                                        .report(
                                                written,
                                                dataset,
                                                Selection.of(dataset.pictures(), "valid"),
                                                done -> {})),
                                List.of(),
                                Optional.empty()));

        assertThat(release.release().network("model-3").parameters()).isEqualTo(830531);
        assertThat(release.release().training().at("/plan/tile/tileThreshold").asDouble())
                .isEqualTo(-3);
        assertThat(release.release().metrics().at("/valid/pictures").asInt()).isEqualTo(1);
        assertThat(release.folder().resolve("MODEL_CARD.md"))
                .content()
                .contains("# Model card: tiny", "| combined |", "Made by a test.", "at work or in education");
        assertThat(release.release().files()).containsKeys("MODEL_CARD.md", "report.html", "report.json");
        assertThat(new ObjectMapper()
                        .readTree(release.folder().resolve(ReportWriter.JSON).toFile())
                        .path("curves"))
                .hasSize(8);
        LandmarksToFeatures.of(release);
        for (Release.Network network : release.release().networks()) {
            FeaturesToDistribution.of(release, network.name()).close();
        }
        assertThat(names(folder.resolve("releases"))).containsExactly("tiny");
    }

    @Test
    void aTrainingThatFailsLeavesNoHalfOfARelease() throws IOException {
        Path target = folder.resolve("failed/tiny");

        assertThatThrownBy(() -> new ReleaseWriter(PLAN, result, PROVENANCE).write(target, written -> {
                    throw new IllegalStateException("interrupted");
                }))
                .hasMessage("interrupted");
        assertThat(names(target.getParent())).isEmpty();
    }

    @Test
    void doesNotWriteOverARelease() throws IOException {
        Path target = Files.createDirectories(folder.resolve("existing/tiny"));

        assertThatThrownBy(() -> new ReleaseWriter(PLAN, result, PROVENANCE)
                        .write(target, written -> views().of(Optional.empty(), List.of(), Optional.empty())))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("choose another id");
        assertThatThrownBy(() -> ReleaseReader.read(target)).hasMessageContaining("release.json");
    }

    private static ReleaseViews views() {
        return new ReleaseViews(PLAN, result, PROVENANCE);
    }

    private static Stream<String> names(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.map(child -> child.getFileName().toString()).toList().stream();
        }
    }
}
