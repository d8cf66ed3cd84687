package org.emotionstream.paper.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadImportTest {
    @TempDir
    Path folder;

    private KerasFile mixed;

    @BeforeEach
    void aCombinedModel() {
        mixed = Hdf5Reader.read(RecordedModels.unpack(folder, RecordedModels.MIXED));
    }

    @Test
    void weightsAreByOutputThenInput() {
        float[] keras = mixed.layers().get(0).tensors().get(0).values();
        ImportedHead head = new HeadImport(mixed).read();
        assertThat(head.weights().get(2).get(7)).isEqualTo(keras[7 * 9 + 2]);
        assertThat(head.biases().get(5))
                .isEqualTo((double) mixed.layers().get(0).tensors().get(1).values()[5]);
        assertThat(head.graphChecked()).isTrue();
    }

    @Test
    void aMeanInPlaceOfTheSumIsAQuarterOfIt() {
        String averaged = config().replace("\"Add\"", "\"Average\"");
        double sum = new HeadImport(mixed).read().weights().get(3).get(4);
        assertThat(new HeadImport(with(averaged)).read().weights().get(3).get(4))
                .isEqualTo(sum / 4);
    }

    @Test
    void aSequentialModelOnTheSumIsTheSame() {
        String sequential =
                """
                {"class_name": "Sequential", "config": [{"class_name": "Dense", "config":
                {"name": "dense_9", "units": 9, "activation": "softmax", "batch_input_shape": [null, 9]}}]}""";
        assertThat(new HeadImport(with(sequential)).read().weights())
                .isEqualTo(new HeadImport(mixed).read().weights());
    }

    @Test
    void anotherModelIsRefused() {
        refused(
                with(config().replace("\"softmax\"", "\"sigmoid\"")),
                "(the combined model): expected softmax, found sigmoid");
        refused(with(config().replace("\"Add\"", "\"Maximum\"")), "expected dense into 9, found Maximum");
        KerasLayer layer = mixed.layers().get(0);
        KerasTensor wide = new KerasTensor("/dense/kernel:0", List.of(36, 9), new float[36 * 9]);
        refused(
                new KerasFile(
                        mixed.file(),
                        Optional.empty(),
                        List.of(new KerasLayer(
                                "dense", List.of(wide, layer.tensors().get(1))))),
                "/dense/kernel:0: the combined model takes the sum of the four networks' nine probabilities: expected"
                        + " [9, 9], found [36, 9]");
        refused(
                new KerasFile(mixed.file(), Optional.empty(), List.of(layer, layer)),
                "expected one dense layer, found [");
    }

    private static void refused(KerasFile file, String message) {
        assertThatThrownBy(() -> new HeadImport(file).read())
                .isInstanceOf(KerasException.class)
                .hasMessageStartingWith(file.file() + ": ")
                .hasMessageContaining(message);
    }

    private KerasFile with(String config) {
        return new KerasFile(mixed.file(), Optional.of(Json.read(config)), mixed.layers());
    }

    private String config() {
        return mixed.config().orElseThrow().toString();
    }
}
