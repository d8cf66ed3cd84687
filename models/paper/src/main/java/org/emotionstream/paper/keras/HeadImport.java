package org.emotionstream.paper.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.Emotion;

/** The combined model from its file. It takes the sum as one input, or adds (or averages) four. */
record HeadImport(KerasFile file) {
    private static final List<Integer> KERNEL = List.of(Emotion.COUNT, Emotion.COUNT);
    private static final List<Integer> BIAS = List.of(Emotion.COUNT);

    /** Whether a file without convolutions is at hand, which can only be the combined model. */
    static boolean isHead(KerasFile file) {
        return file.layers().stream().allMatch(layer -> layer.rank() == 2);
    }

    /**
     * @throws KerasException when the file does not hold the paper's combined model
     */
    ImportedHead read() {
        if (file.layers().size() != 1) {
            throw file.refused("the combined model: expected one dense layer, found "
                    + file.layers().stream().map(KerasLayer::name).toList());
        }
        KerasLayer layer = file.layers().get(0);
        if (layer.tensors().size() != 2) {
            throw file.refused("layer " + layer.name() + ": expected a kernel and a bias, found " + layer.tensors());
        }
        KerasTensor kernel = expect(KERNEL, layer.tensors().get(0));
        KerasTensor bias = expect(BIAS, layer.tensors().get(1));
        // The mean of four is the sum of four times a quarter.
        double factor = file.config().map(this::isAverage).orElse(false) ? 1.0 / DistributionsToEmotion.NETWORKS : 1;
        return new ImportedHead(
                file.file(),
                weights(kernel, factor),
                row(bias.values(), 0, 1),
                file.config().isPresent());
    }

    private KerasTensor expect(List<Integer> shape, KerasTensor found) {
        if (!found.shape().equals(shape)) {
            throw file.refused(found.path() + ": the combined model takes the sum of the four networks' nine"
                    + " probabilities: expected " + shape + ", found " + found.shape());
        }
        return found;
    }

    private boolean isAverage(JsonNode config) {
        LayerGraph graph = LayerGraph.of(file, config);
        List<GraphLayer> chain = graph.chainTo(graph.output());
        GraphLayer source = chain.get(0);
        boolean average = source.is("Average");
        boolean joins = average || source.is("Add");
        if (joins && source.inputs().size() != DistributionsToEmotion.NETWORKS) {
            throw file.refused("layer " + source + ": expected four inputs, found " + source.inputs());
        }
        Step.expect(
                file,
                "the combined model",
                List.of(Step.dense(Emotion.COUNT), "softmax"),
                joins ? chain.subList(1, chain.size()) : chain);
        return average;
    }

    private static List<List<Double>> weights(KerasTensor kernel, double factor) {
        float[] ours = Layout.dense(kernel.values(), Emotion.COUNT, Emotion.COUNT);
        List<List<Double>> weights = new ArrayList<>();
        for (int output = 0; output < Emotion.COUNT; output++) {
            weights.add(row(ours, output * Emotion.COUNT, factor));
        }
        return Collections.unmodifiableList(weights);
    }

    private static List<Double> row(float[] values, int from, double factor) {
        List<Double> row = new ArrayList<>();
        for (int i = 0; i < Emotion.COUNT; i++) {
            row.add(values[from + i] * factor);
        }
        return Collections.unmodifiableList(row);
    }
}
