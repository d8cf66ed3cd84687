package org.emotionstream.paper.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.training.network.PaperArchitecture;

/**
 * One of the four networks from its file: layers found, everything checked, numbers put in our order.
 *
 * @param colour that the network was trained on; ours are given blue, green, red
 */
record NetworkImport(KerasFile file, Colour colour) {
    /**
     * @throws KerasException when the file holds none of the paper's four networks
     */
    ImportedNetwork read() {
        Optional<NetworkGraph> graph = file.config().map(config -> NetworkGraph.of(file, LayerGraph.of(file, config)));
        NetworkLayers layers = graph.map(NetworkGraph::layers).orElseGet(() -> NetworkLayers.byShape(file));
        PaperArchitecture architecture = layers.architecture(file);
        graph.ifPresent(described -> described.expect(architecture, layers));
        return new ImportedNetwork(file.file(), architecture, weights(layers), graph.isPresent());
    }

    private List<float[]> weights(NetworkLayers layers) {
        List<float[]> weights = new ArrayList<>();
        for (KerasLayer convolution : layers.convolutions()) {
            float[] kernel = kernel(convolution);
            boolean first = weights.isEmpty();
            weights.add(
                    first && colour == Colour.RGB
                            ? Layout.planesReversed(kernel, convolution.outputs(), convolution.inputs())
                            : kernel);
            weights.add(bias(convolution));
        }
        addDense(weights, layers.picture());
        addDense(weights, layers.features());
        addClasses(weights, layers);
        return weights;
    }

    private static float[] kernel(KerasLayer layer) {
        KerasTensor kernel = layer.tensors().get(0);
        return Layout.kernel(
                kernel.values(), kernel.shape().get(0), kernel.shape().get(1), layer.inputs(), layer.outputs());
    }

    private static float[] bias(KerasLayer layer) {
        return layer.tensors().get(1).values();
    }

    private static void addDense(List<float[]> weights, KerasLayer layer) {
        weights.add(Layout.dense(layer.tensors().get(0).values(), layer.inputs(), layer.outputs()));
        weights.add(bias(layer));
    }

    private static void addClasses(List<float[]> weights, NetworkLayers layers) {
        KerasLayer classes = layers.classes();
        float[] keras = classes.tensors().get(0).values();
        float[] pictureFirst = layers.featuresFirst()
                ? Layout.firstInputsLast(keras, layers.features().outputs(), classes.outputs())
                : keras;
        weights.add(Layout.dense(pictureFirst, classes.inputs(), classes.outputs()));
        weights.add(bias(classes));
    }
}
