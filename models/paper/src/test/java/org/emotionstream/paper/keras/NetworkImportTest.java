package org.emotionstream.paper.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.emotionstream.training.network.PaperArchitecture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Keras has written, changed in one place at a time. */
class NetworkImportTest {
    @TempDir
    Path folder;

    private KerasFile model1;
    private KerasFile model2;

    @BeforeEach
    void twoModels() {
        model1 = Hdf5Reader.read(RecordedModels.unpack(folder, RecordedModels.MODEL_1));
        model2 = Hdf5Reader.read(RecordedModels.unpack(folder, RecordedModels.MODEL_2));
    }

    @Test
    void whatTheGraphDoesOtherwiseIsNamedByLayer() {
        refusedWith(
                "conv2d_1",
                "padding",
                "same",
                "expected convolution 3x3 into 32, found convolution 3x3 into 32 with" + " padding \"same\"");
        refusedWith("conv2d", "activation", "tanh", "layer conv2d (model-1, picture): expected relu, found tanh");
        refusedWith("max_pooling2d", "data_format", "channels_first", "found maximum pool 3x3 with data_format");
        refusedWith(
                "flatten",
                "data_format",
                "channels_first",
                "expected flatten, found flatten with data_format" + " \"channels_first\"");
        refusedWith("dense", "activation", "sigmoid", "layer dense (model-1, picture): expected relu, found sigmoid");
        refusedWith("dense_1", "activation", "relu", "layer dense_1 (model-1, features): expected sigmoid, found relu");
        refusedWith(
                "dense_2",
                "activation",
                "linear",
                "after layer dense_2 (model-1, classes): expected softmax, found" + " nothing more");
        refusedWith("concatenate", "axis", 0, "expected a Concatenate of two layers on axis 1");
    }

    @Test
    void aPoolOfAnotherSizeIsNoticedThoughNoWeightTells() {
        assertRefused(
                changed(model1, "max_pooling2d_2", config -> {
                    config.putArray("pool_size").add(3).add(3);
                    config.putArray("strides").add(3).add(3);
                }),
                "layer max_pooling2d_2 (model-1, picture): expected maximum pool 2x2, found maximum pool 3x3");
    }

    @Test
    void aLayerThatThePaperDoesNotHaveIsNamed() {
        assertRefused(
                changedLayer(model1, "flatten", layer -> layer.put("class_name", "GlobalAveragePooling2D")),
                "layer flatten (model-1, picture): expected flatten, found GlobalAveragePooling2D");
        assertRefused(
                changedLayer(model1, "dense", layer -> layer.put("class_name", "Sequential")),
                "layer dense: expected a layer, found a whole model (Sequential)");
    }

    @Test
    void layersThatLeadInACircleOrNowhereAreRefused() {
        assertRefused(
                changedLayer(model1, "conv2d", layer -> inbound(layer, "flatten")), "the layers lead in a circle");
        assertRefused(
                changedLayer(model1, "conv2d", layer -> inbound(layer, "gone")),
                "layer \"gone\" is referred to and not there");
    }

    @Test
    void theGraphDecidesAndNotTheNames() {
        // The same model, its two dense layers with exchanged names.
        String swapped = model1.config()
                .orElseThrow()
                .toString()
                .replace("\"dense\"", "\"x\"")
                .replace("\"dense_1\"", "\"dense\"")
                .replace("\"x\"", "\"dense_1\"");
        List<KerasLayer> layers = model1.layers().stream()
                .map(layer -> switch (layer.name()) {
                    case "dense" -> new KerasLayer("dense_1", layer.tensors());
                    case "dense_1" -> new KerasLayer("dense", layer.tensors());
                    default -> layer;
                })
                .toList();
        KerasFile renamed = new KerasFile(model1.file(), Optional.of(Json.read(swapped)), layers);
        assertThat(read(renamed).weights())
                .containsExactlyElementsOf(read(model1).weights());
    }

    @Test
    void withoutAGraphShapesDecide() {
        KerasFile alone = new KerasFile(model1.file(), Optional.empty(), model1.layers());
        assertThat(read(alone).weights()).containsExactlyElementsOf(read(model1).weights());
        assertThat(read(alone).graphChecked()).isFalse();
        assertThat(read(alone).architecture()).isEqualTo(PaperArchitecture.MODEL_1);
    }

    @Test
    void featuresBeforeThePictureAreMovedBehindIt() {
        // model-2 was written with its features first: 40 of them, before 60 of the picture.
        float[] keras = model2.layer("dense_5").tensors().get(0).values();
        float[] ours = read(model2).weights().get(10);
        assertThat(ours[0]).isEqualTo(keras[40 * 9]);
        assertThat(ours[59]).isEqualTo(keras[99 * 9]);
        assertThat(ours[60]).isEqualTo(keras[0]);
        assertThat(ours[100 + 99]).isEqualTo(keras[39 * 9 + 1]);
    }

    @Test
    void anotherShapeIsNamedByItsDataSet() {
        assertRefused(
                reshaped("dense", tensor -> zeros(tensor.path(), tensor.shape().get(0), 99)),
                "/model_weights/dense/dense/kernel:0: most like model-1, whose picture.weights are [2304, 100]; found"
                        + " [2304, 99]");
        assertRefused(
                reshaped("conv2d", tensor -> zeros(tensor.path(), 3, 3, 1, 16)),
                "most like model-1, whose convolution-1.weights are [3, 3, 3, 16]; found [3, 3, 1, 16]");
        assertRefused(
                reshaped("dense_1", tensor -> zeros(tensor.path(), 31, 100)),
                "a release holds exactly 33 principal components; this model takes 31 features. Fit PCA(n_components=33)");
    }

    @Test
    void aLayerWithoutBiasOrWithoutWeightsIsNamed() {
        List<KerasLayer> layers = new ArrayList<>(model1.layers());
        layers.set(0, new KerasLayer("conv2d", model1.layers().get(0).tensors().subList(0, 1)));
        assertRefused(
                new KerasFile(model1.file(), model1.config(), layers),
                "layer conv2d: expected a kernel and a bias, found");
        assertRefused(
                new KerasFile(model1.file(), model1.config(), layers.subList(1, 6)),
                "layer conv2d: the file's model_config names it, but holds no weights of it");
        assertRefused(
                new KerasFile(model1.file(), Optional.empty(), layers.subList(0, 5)), "expected three dense layers");
        layers.set(0, model1.layers().get(0));
        layers.add(3, model1.layers().get(2));
        assertRefused(new KerasFile(model1.file(), Optional.empty(), layers), "which has 3 convolutions; found 4");
    }

    private void refusedWith(String layer, String setting, Object value, String message) {
        assertRefused(changed(model1, layer, config -> config.putPOJO(setting, value)), message);
    }

    private static void assertRefused(KerasFile file, String message) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(KerasException.class)
                .hasMessageStartingWith(file.file() + ": ")
                .hasMessageContaining(message);
    }

    private static ImportedNetwork read(KerasFile file) {
        return new NetworkImport(file, Colour.BGR).read();
    }

    private static KerasFile changed(KerasFile file, String layer, Consumer<ObjectNode> change) {
        return changedLayer(file, layer, description -> change.accept((ObjectNode) description.get("config")));
    }

    private static KerasFile changedLayer(KerasFile file, String layer, Consumer<ObjectNode> change) {
        JsonNode config = file.config().orElseThrow().deepCopy();
        for (JsonNode description : config.at("/config/layers")) {
            if (description.get("name").asText().equals(layer)) {
                change.accept((ObjectNode) description);
            }
        }
        return new KerasFile(file.file(), Optional.of(Json.read(config.toString())), file.layers());
    }

    private static void inbound(ObjectNode layer, String from) {
        ArrayNode reference = layer.putArray("inbound_nodes").addArray().addArray();
        reference.add(from).add(0).add(0).addObject();
    }

    private KerasFile reshaped(String name, UnaryOperator<KerasTensor> change) {
        List<KerasLayer> layers = model1.layers().stream()
                .map(layer -> layer.name().equals(name)
                        ? new KerasLayer(
                                name,
                                List.of(
                                        change.apply(layer.tensors().get(0)),
                                        layer.tensors().get(1)))
                        : layer)
                .toList();
        return new KerasFile(model1.file(), model1.config(), layers);
    }

    private static KerasTensor zeros(String path, Integer... shape) {
        List<Integer> sizes = List.of(shape);
        return new KerasTensor(path, sizes, new float[sizes.stream().reduce(1, Math::multiplyExact)]);
    }
}
