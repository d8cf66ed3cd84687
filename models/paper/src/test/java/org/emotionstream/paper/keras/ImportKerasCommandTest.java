package org.emotionstream.paper.keras;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotionstream.contract.Release;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.contract.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole import, of models that Keras 2.15 has written. */
class ImportKerasCommandTest {
    @TempDir
    Path folder;

    private final Import command = new Import();

    @BeforeEach
    void fiveModels() {
        RecordedModels.unpack(folder);
    }

    @Test
    void servesWhatKerasAnswered() {
        assertThat(command.ofFolder(folder)).as(command.errors.toString()).isZero();
        new ServedAnswers(folder).assertAsKeras();
    }

    @Test
    void theReleaseSaysWhereItComesFrom() throws IOException {
        command.ofFolder(folder);
        Release release = ReleaseReader.read(folder.resolve("imported")).release();
        assertThat(release.tile()).isEqualTo(new Release.TileSettings("whole-picture", 100, "bgr", "linear", 0, 0, 0));
        JsonNode training = release.training();
        assertThat(training.at("/recipe").asText()).isEqualTo("import-keras");
        assertThat(training.at("/sources/model-4/name").asText()).isEqualTo(RecordedModels.MODEL_4);
        assertThat(training.at("/sources/model-4/sha256").asText())
                .isEqualTo(Sha256.hex(folder.resolve(RecordedModels.MODEL_4)));
        assertThat(training.at("/sources/model-4/graph").asText()).isEqualTo("not described");
        assertThat(training.at("/sources/model-1/graph").asText()).isEqualTo("checked");
        assertThat(training.at("/explainedVariance").asText()).isEqualTo("unknown");
        assertThat(release.features().explainedVariance()).isZero();
        assertThat(Files.readString(folder.resolve("imported/MODEL_CARD.md")))
                .contains("| model-2 | model_30.h5 |", "Nothing was measured");
    }

    @Test
    void tellsWhichFileIsWhich() {
        assertThat(command.ofFolder(folder)).isZero();
        assertThat(command.out.toString())
                .contains("model-1   " + folder.resolve("model_32.h5") + ": 259,293 parameters, graph checked")
                .contains("model_33.h5: 1,109,409 parameters, weights alone")
                .contains("release imported written to " + folder.resolve("imported"));
    }

    @Test
    void aModelThatIsMissingOrThereTwiceIsNamed() throws IOException {
        refused(
                RecordedModels.ALL.subList(1, 5),
                "a release needs all five models; missing: model-2; found: model-1 in "
                        + folder.resolve(RecordedModels.MODEL_1));
        refused(RecordedModels.ALL.subList(0, 4), "missing: the combined model; found: model-1");
        Files.copy(folder.resolve(RecordedModels.MODEL_2), folder.resolve("again.h5"));
        List<String> six = new ArrayList<>(RecordedModels.ALL);
        six.add("again.h5");
        refused(
                six,
                "model-2: expected in one file, found in two: " + folder.resolve(RecordedModels.MODEL_2) + " and "
                        + folder.resolve("again.h5"));
    }

    @Test
    void whatIsTypedWronglyIsSaid() {
        usage("--pixel-scale: expected a number greater than 0, such as 1/255 or 1, found 1/0", "--pixel-scale", "1/0");
        usage("--pixel-scale: expected a number greater than 0, such as 1/255 or 1, found a", "--pixel-scale", "a");
        usage("--colour: expected bgr or rgb, found grey", "--colour", "grey");
        usage(folder + " exists: choose another id", "--out", folder.toString());
        usage("cannot be a release's id", "--out", folder.resolve("a b").toString());
    }

    @Test
    void theColoursOfAnRgbModelAreTurned() {
        assertThat(command.ofFolder(folder, "--colour", "rgb")).isZero();
        ImportedNetwork bgr = network(Colour.BGR);
        ImportedNetwork rgb = network(Colour.RGB);
        float[] kernel = bgr.weights().get(0);
        assertThat(rgb.weights().get(0))
                .isEqualTo(Layout.planesReversed(kernel, 16, 3))
                .isNotEqualTo(kernel);
        for (int i = 1; i < bgr.weights().size(); i++) {
            assertThat(rgb.weights().get(i)).isEqualTo(bgr.weights().get(i));
        }
    }

    private ImportedNetwork network(Colour colour) {
        return new NetworkImport(Hdf5Reader.read(folder.resolve(RecordedModels.MODEL_1)), colour).read();
    }

    private void refused(List<String> files, String message) {
        command.errors.getBuffer().setLength(0);
        assertThat(command.of(folder, files)).isEqualTo(2);
        assertThat(command.errors.toString()).startsWith("import-keras: ").contains(message);
        assertThat(folder.resolve("imported")).doesNotExist();
    }

    private void usage(String message, String... options) {
        command.errors.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("--scaler", "s", "--pca", "p", "model.h5"));
        arguments.addAll(List.of(options));
        if (!arguments.contains("--out")) {
            arguments.addAll(List.of("--out", folder.resolve("imported").toString()));
        }
        assertThat(command.run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(command.errors.toString()).contains(message);
    }
}
