package org.emotionstream.paper.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.emotionstream.evaluation.dataset.DatasetException;
import org.emotionstream.evaluation.dataset.TinyDataset;
import org.emotionstream.training.PublishedRecipe;
import org.emotionstream.training.export.Provenance;
import org.emotionstream.training.recipe.NoisePictures;
import org.emotionstream.training.recipe.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from pictures to a release and its table, on noise in which a careless detector sees faces. */
class PaperRecipeTest {
    private static final String NOBODY = ",,,,,,,,,";
    private static final Release.TileSettings CARELESS =
            new Release.TileSettings("whole-picture", 100, "bgr", "linear", 0, 0, -1.6);
    private static final PaperPlan PLAN = new PaperPlan(3, 12, 3, 0.2, 32, 1e-3, 1, 2, CARELESS);

    @TempDir
    static Path folder;

    private static Dataset dataset;
    private static PaperOutcome outcome;
    private static final StringWriter PRINTED = new StringWriter();
    private static final StringWriter SAID = new StringWriter();

    @BeforeAll
    static void train() throws IOException {
        TinyDataset tiny = new TinyDataset(Files.createDirectories(folder.resolve("data")));
        for (int i = 0; i < 120; i++) {
            tiny.add("t" + i, "train", NOBODY, label(i % 9), "group" + i, NoisePictures.of(i));
        }
        tiny.add("v0", "valid", NOBODY, label(2), "group1", NoisePictures.of(1));
        for (int i = 1; i < 12; i++) {
            tiny.add("v" + i, "valid", NOBODY, label(i % 3), "group-v" + i, NoisePictures.of(1000 + i));
        }
        tiny.write();
        dataset = ArchiveDataset.open(folder.resolve("data"));
        outcome = run("releases/first", "work", 1);
    }

    private static String label(int ordinal) {
        return ordinal + "," + (ordinal == 8 ? "noface" : Emotion.values()[ordinal].label());
    }

    @AfterAll
    static void close() {
        dataset.close();
    }

    private static PaperOutcome run(String target, String work, int threads) throws IOException {
        Path release = folder.resolve(target);
        Provenance provenance = new Provenance(
                release.getFileName().toString(),
                dataset.hash(),
                "labels",
                Optional.of("A test's."),
                "commit",
                threads);
        Progress progress = new Progress(new PrintWriter(SAID, true));
        return new PaperRecipe(PLAN).run(dataset, provenance, order(release, work, threads, progress));
    }

    private static PublishedRecipe.Order order(Path release, String work, int threads, Progress progress) {
        return new PublishedRecipe.Order(
                PLAN.seed(),
                ShapePredictor.DEBIAN_MODEL,
                folder.resolve(work),
                release,
                threads,
                progress,
                new PrintWriter(PRINTED, true));
    }

    @Test
    void writesAReleaseInColourThatServes() {
        StoredRelease stored = ReleaseReader.read(folder.resolve("releases/first"));

        assertThat(stored.release().tile()).isEqualTo(CARELESS);
        assertThat(stored.release().metrics().at("/tableOne/rows/4/model").asText())
                .isEqualTo("combined");
        assertThat(stored.release().training().at("/history/combined")).hasSize(2);
        assertThat(stored.folder().resolve("MODEL_CARD.md"))
                .content()
                .contains("# Model card: first", "| combined | 90 | 0.69 | 0.43 |", "A test's.", "not comparable");
        assertThat(stored.folder().resolve("report.html")).content().contains("The paper", "0.57 / 0.41");
    }

    @Test
    void printsTheTableBesideThePapers() {
        assertThat(PRINTED.toString())
                .containsPattern("model-1 +259,293 +0.57 +0.41 ")
                .containsPattern("model-2 +201,033 +0.49 +0.41 ")
                .containsPattern("model-3 +830,531 +0.63 +0.41 ")
                .containsPattern("model-4 +1,109,409 +0.64 +0.38 ")
                .containsPattern("combined +90 +0.69 +0.43 ")
                .containsPattern("always \\w+ +0 ")
                .contains("the two are not comparable", "It leaks");
    }

    @Test
    void measuresOnValidWithoutTheGroupsOfTrain() {
        assertThat(outcome.table().pictures()).isEqualTo(11);
        assertThat(outcome.table().found()).isBetween(1, 11);
        assertThat(outcome.table().rows())
                .allSatisfy(row -> assertThat(row.valid().accuracyAll())
                        .isLessThanOrEqualTo(row.valid().accuracy()));
    }

    /** As if the first had been killed when its faces and model-4 were finished. */
    @Test
    void goesOnWithWhatIsFinishedAndEndsWithTheSameBits() throws IOException {
        Files.createDirectories(folder.resolve("interrupted"));
        try (Stream<Path> finished = Files.list(folder.resolve("work"))) {
            for (Path file : finished.toList()) {
                if (file.getFileName().toString().matches("paper-(faces|model-4)-.*")) {
                    Files.copy(file, folder.resolve("interrupted").resolve(file.getFileName()));
                }
            }
        }

        run("releases/second", "interrupted", 2);

        assertThat(SAID.toString())
                .contains("faces: already found", "model-4: already trained")
                .doesNotContain("model-1: already", "model-2: already", "model-3: already");
        for (String file :
                List.of("model-1.onnx", "model-2.onnx", "model-3.onnx", "model-4.onnx", "features.bin", "head.json")) {
            assertThat(folder.resolve("releases/second").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("releases/first").resolve(file));
        }
    }

    @Test
    void refusesBeforeItTrains() throws IOException {
        Path target = Files.createDirectories(folder.resolve("existing/tiny"));
        assertThatThrownBy(() -> run("existing/tiny", "no-work", 1))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("choose another id");
        assertThat(target).isEmptyDirectory();
        assertThat(folder.resolve("no-work")).doesNotExist();

        TinyDataset tiny = new TinyDataset(Files.createDirectories(folder.resolve("train-only")));
        tiny.add("t", "train", NOBODY, label(0), "g", NoisePictures.of(1)).write();
        try (Dataset trainOnly = ArchiveDataset.open(folder.resolve("train-only"))) {
            Progress progress = new Progress(new PrintWriter(SAID));
            assertThatThrownBy(() -> new PaperRecipe(PLAN)
                            .run(
                                    trainOnly,
                                    new Provenance("x", "", "", Optional.empty(), "", 1),
                                    order(folder.resolve("releases/x"), "no-work", 1, progress)))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("no split valid");
        }
    }
}
