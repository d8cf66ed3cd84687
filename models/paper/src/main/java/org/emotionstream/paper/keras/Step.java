package org.emotionstream.paper.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One thing that a model computes, in words, so that what is expected and what is there can be compared and
 * shown. A setting stands in the words only where it is not the usual one.
 *
 * @param layer of the file that does it
 * @param what it does, for example {@code convolution 3x3 into 16}
 */
record Step(String layer, String what) {
    static final String FLATTEN = "flatten";

    /** Layers that do nothing when a model answers. */
    private static final Set<String> IDLE = Set.of(
            "InputLayer", "Dropout", "SpatialDropout2D", "GaussianNoise", "GaussianDropout", "ActivityRegularization");

    static String convolution(int kernel, int filters) {
        return "convolution " + kernel + "x" + kernel + " into " + filters;
    }

    static String pool(int side) {
        return "maximum pool " + side + "x" + side;
    }

    static String dense(int units) {
        return "dense into " + units;
    }

    /** What a chain of layers computes. ReLU after a maximum pool is put before it: the two commute. */
    private static List<Step> of(List<GraphLayer> chain) {
        List<Step> steps = new ArrayList<>();
        for (GraphLayer layer : chain) {
            if (!IDLE.contains(layer.type())) {
                add(layer, steps);
            }
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).what().equals("relu") && steps.get(i - 1).what().startsWith("maximum pool")) {
                steps.add(i - 1, steps.remove(i));
            }
        }
        return steps;
    }

    /**
     * Compares what a chain of layers computes with what it should.
     *
     * @param where names the part of the network in errors
     * @throws KerasException at the first layer that does something else
     */
    static void expect(KerasFile file, String where, List<String> expected, List<GraphLayer> chain) {
        List<Step> found = of(chain);
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String wanted = i < expected.size() ? expected.get(i) : "nothing more";
            String there = i < found.size() ? found.get(i).what() : "nothing more";
            if (!wanted.equals(there)) {
                GraphLayer last = chain.get(chain.size() - 1);
                String layer = i < found.size() ? "layer " + found.get(i).layer() : "after layer " + last.name();
                throw file.refused(layer + " (" + where + "): expected " + wanted + ", found " + there);
            }
        }
    }

    private static void add(GraphLayer layer, List<Step> steps) {
        JsonNode setting = layer.config().path("activation");
        // Keras 3 may wrap the name of the function in an object.
        String activation = (setting.isObject() ? setting.path("config") : setting).asText("linear");
        if (!layer.is("Activation")) {
            steps.add(new Step(layer.name(), what(layer)));
        }
        if (!activation.equals("linear")) {
            steps.add(new Step(layer.name(), activation));
        }
    }

    private static String what(GraphLayer layer) {
        JsonNode config = layer.config();
        return switch (layer.type()) {
            case "Conv2D", "Convolution2D" -> "convolution " + sides(config.path("kernel_size")) + " into "
                    + config.path("filters").asText() + StepSettings.ofConvolution(config);
            case "MaxPooling2D", "MaxPool2D" -> "maximum pool " + sides(config.path("pool_size"))
                    + StepSettings.ofPool(config);
            case "Flatten" -> FLATTEN + StepSettings.ofFlatten(config);
            case "Dense" -> "dense into " + config.path("units").asText() + StepSettings.ofDense(config);
            case "ReLU" -> "relu" + StepSettings.ofRelu(config);
            case "Softmax" -> "softmax";
            default -> layer.type();
        };
    }

    private static String sides(JsonNode sides) {
        return sides.isArray()
                ? sides.path(0).asText() + "x" + sides.path(1).asText()
                : sides.asText() + "x" + sides.asText();
    }
}
