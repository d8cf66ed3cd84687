package org.emotionstream.paper.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the layers of a model are connected, from {@code model_config}. Names say nothing (Keras counts them
 * through a session: {@code conv2d}, {@code conv2d_1}, ...), so layers are found by walking from the output
 * back to the inputs.
 */
final class LayerGraph {
    private static final Set<String> MODELS = Set.of("Model", "Functional", "Sequential");

    private final KerasFile file;
    private final Map<String, GraphLayer> layers = new LinkedHashMap<>();
    private String output = "";

    private LayerGraph(KerasFile file) {
        this.file = file;
    }

    /**
     * @throws KerasException when the description is none of a model that this code reads
     */
    static LayerGraph of(KerasFile file, JsonNode modelConfig) {
        LayerGraph graph = new LayerGraph(file);
        String type = modelConfig.path("class_name").asText();
        if (!MODELS.contains(type)) {
            throw file.refused(
                    "model_config: expected a model of one of the classes " + MODELS + ", found \"" + type + "\"");
        }
        JsonNode config = modelConfig.path("config");
        graph.add(config.isArray() ? config : config.path("layers"), type.equals("Sequential"));
        graph.findOutput(config.path("output_layers"));
        return graph;
    }

    private void add(JsonNode descriptions, boolean sequential) {
        Optional<String> previous = Optional.empty();
        for (JsonNode description : descriptions) {
            JsonNode config = description.path("config");
            String name = config.path("name").asText(description.path("name").asText());
            List<String> inputs =
                    sequential ? previous.stream().toList() : inbound(name, description.path("inbound_nodes"));
            String type = description.path("class_name").asText();
            if (MODELS.contains(type)) {
                throw file.refused("layer " + name + ": expected a layer, found a whole model (" + type
                        + "); models within models are not read: build it as one functional model");
            }
            layers.put(name, new GraphLayer(name, type, config, inputs));
            previous = Optional.of(name);
        }
        output = previous.orElseThrow(() -> file.refused("model_config: expected a list of layers, found none"));
    }

    private void findOutput(JsonNode outputs) {
        List<String> names = references(outputs);
        if (names.size() > 1) {
            throw file.refused("model_config: expected one output, found " + names);
        }
        output = names.isEmpty() ? output : names.get(0);
    }

    /** The inputs of a layer; the paper's networks share none, so it is used once. */
    private List<String> inbound(String layer, JsonNode inboundNodes) {
        if (inboundNodes.size() > 1) {
            throw file.refused("layer " + layer + ": expected to be used once, found " + inboundNodes.size() + " uses");
        }
        return references(inboundNodes);
    }

    /**
     * The names of the layers that this part of {@code model_config} refers to, in order. Keras 2 writes {@code
     * ["conv2d", 0, 0, {}]} within lists of lists, Keras 3 {@code "keras_history": ["conv2d", 0, 0]} within objects.
     */
    private static List<String> references(JsonNode node) {
        if (node.isArray() && node.path(0).isTextual() && node.path(1).isInt()) {
            return List.of(node.get(0).asText());
        }
        List<String> names = new ArrayList<>();
        node.forEach(child -> names.addAll(references(child)));
        return names;
    }

    /** The layer whose output is the model's. */
    GraphLayer output() {
        return layer(output);
    }

    GraphLayer layer(String name) {
        GraphLayer layer = layers.get(name);
        if (layer == null) {
            throw file.refused(
                    "model_config: layer \"" + name + "\" is referred to and not there; there are " + layers.keySet());
        }
        return layer;
    }

    /**
     * The layers that lead to this one, itself last, back to the first that has not exactly one input.
     *
     * @throws KerasException when they lead in a circle
     */
    List<GraphLayer> chainTo(GraphLayer last) {
        List<GraphLayer> chain = new ArrayList<>(List.of(last));
        while (chain.get(0).inputs().size() == 1) {
            chain.add(0, layer(chain.get(0).inputs().get(0)));
            if (chain.size() > layers.size()) {
                throw file.refused("model_config: the layers lead in a circle: " + chain.get(0));
            }
        }
        return chain;
    }
}
