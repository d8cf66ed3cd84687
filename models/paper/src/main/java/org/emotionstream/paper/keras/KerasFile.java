package org.emotionstream.paper.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What Keras 2 has written into an {@code .h5} file.
 *
 * @param file where it stands
 * @param config the model's layers and how they are connected: {@code model.save()} writes it,
 *     {@code save_weights()} does not
 * @param layers those that have learned something, in the order of the file
 */
record KerasFile(Path file, Optional<JsonNode> config, List<KerasLayer> layers) {
    KerasFile {
        layers = List.copyOf(layers);
    }

    /** The layers whose kernels have so many dimensions, in the order of the file. */
    List<KerasLayer> layersOfRank(int rank) {
        return layers.stream().filter(layer -> layer.rank() == rank).toList();
    }

    /**
     * The layer of this name.
     *
     * @throws KerasException when the file holds no weights of it
     */
    KerasLayer layer(String name) {
        return layers.stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        refused("layer " + name + ": the file's model_config names it, but holds no weights of it;"
                                + " there are weights of "
                                + layers.stream().map(KerasLayer::name).toList()));
    }

    /** A refusal of this file. */
    KerasException refused(String reason) {
        return new KerasException(file + ": " + reason);
    }
}
