package org.emotionstream.paper.keras;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.FileFailure;

/**
 * Reads an {@code .h5} file of Keras, whichever of its two ways it was written in: {@code model.save()} puts
 * the weights into the group {@code model_weights} and the layers into the attribute {@code model_config},
 * {@code save_weights()} puts the weights into the root and writes no {@code model_config}.
 */
record Hdf5Reader(Path file) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long MOST_BYTES = 512L << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @throws KerasException when it is no such file
     */
    static KerasFile read(Path file) {
        return read(file, bytes(file), LIMIT);
    }

    /**
     * Likewise, of these bytes, within this time.
     *
     * @param file only named
     */
    static KerasFile read(Path file, byte[] bytes, Duration limit) {
        Hdf5Header.check(file, bytes);
        return TimeLimit.read(file.toString(), limit, () -> new Hdf5Reader(file).parse(bytes));
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new KerasException(
                        file + ": expected an HDF5 file (.h5), found a folder, as TensorFlow's SavedModel"
                                + " is; write it as model.save(\"model.h5\")");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new KerasException(file + ": expected a model of the paper, with at most " + MOST_BYTES
                        + " bytes, found " + Files.size(file));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new KerasException("cannot read " + file + ": " + FileFailure.inWords(e), e);
        }
    }

    private KerasFile parse(byte[] bytes) {
        try (HdfFile hdf5 = HdfFile.fromBytes(bytes)) {
            Group weights = hdf5.getChild("model_weights") instanceof Group group ? group : hdf5;
            Hdf5Names names = new Hdf5Names(file);
            List<KerasLayer> layers = new ArrayList<>();
            for (String name : names.of(weights, "layer_names").orElseThrow(this::foreign)) {
                KerasLayer layer = new KerasLayer(name, tensors(names, group(weights, name)));
                if (!layer.tensors().isEmpty()) {
                    layers.add(layer);
                }
            }
            if (layers.isEmpty()) {
                throw new KerasException(file + ": no layer in it has weights");
            }
            return new KerasFile(file, config(hdf5), layers);
        }
    }

    private KerasException foreign() {
        return new KerasException(
                file + ": HDF5, but not of Keras: expected an attribute layer_names on / or"
                        + " /model_weights, found none (Keras 3's save_weights() writes another layout: use model.save(\"model.h5\"))");
    }

    private List<KerasTensor> tensors(Hdf5Names names, Group layer) {
        List<KerasTensor> tensors = new ArrayList<>();
        for (String name : names.of(layer, "weight_names").orElse(List.of())) {
            tensors.add(Hdf5Tensor.read(file, layer, name));
        }
        return tensors;
    }

    private Group group(Group weights, String layer) {
        Optional<Node> node = find(weights, layer);
        if (node.isPresent() && node.get() instanceof Group group) {
            return group;
        }
        throw new KerasException(file + ": layer " + layer + ": expected a group " + weights.getPath() + layer
                + " with its weights, found "
                + node.map(Node::getType).map(Object::toString).orElse("nothing"));
    }

    /** What lies at a path below a group: jhdf's own way fails without a word for what is not there. */
    static Optional<Node> find(Group group, String path) {
        Node node = group;
        for (String name : path.split("/")) {
            if (!(node instanceof Group parent) || parent.getChild(name) == null) {
                return Optional.empty();
            }
            node = parent.getChild(name);
        }
        return Optional.of(node);
    }

    private Optional<JsonNode> config(HdfFile hdf5) {
        Attribute attribute = hdf5.getAttribute("model_config");
        if (attribute == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(String.valueOf(attribute.getData())));
        } catch (JsonProcessingException e) {
            throw new KerasException(file + ": attribute model_config: expected JSON: " + e.getOriginalMessage(), e);
        }
    }
}
