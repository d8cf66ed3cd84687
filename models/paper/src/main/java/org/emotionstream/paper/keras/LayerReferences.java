package org.emotionstream.paper.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Which layers a part of {@code model_config} refers to. Keras 2 writes {@code ["conv2d", 0, 0, {}]} within
 * lists of lists, Keras 3 {@code "keras_history": ["conv2d", 0, 0]} within objects.
 */
final class LayerReferences {
    private LayerReferences() {}

    /** The names, in order. */
    static List<String> in(JsonNode node) {
        List<String> names = new ArrayList<>();
        collect(node, names);
        return names;
    }

    /**
     * The inputs of a layer that is used once.
     *
     * @throws KerasException when it is used more often: the paper's networks share no layer
     */
    static List<String> inboundOf(KerasFile file, String layer, JsonNode inboundNodes) {
        if (inboundNodes.size() > 1) {
            throw file.refused("layer " + layer + ": expected to be used once, found " + inboundNodes.size() + " uses");
        }
        return in(inboundNodes);
    }

    private static void collect(JsonNode node, List<String> names) {
        if (node.isArray() && node.path(0).isTextual() && node.path(1).isInt()) {
            names.add(node.get(0).asText());
            return;
        }
        for (JsonNode child : node) {
            collect(child, names);
        }
    }
}
