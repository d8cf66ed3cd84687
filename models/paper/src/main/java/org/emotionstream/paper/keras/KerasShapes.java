package org.emotionstream.paper.keras;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.training.network.Architecture;
import org.emotionstream.training.network.ParameterShape;

/** Which of the four architectures a file's weights have the shapes of. */
final class KerasShapes {
    private KerasShapes() {}

    /**
     * The architecture with these shapes.
     *
     * @throws KerasException when there is none; then the first tensor that differs from the most similar one
     */
    static Architecture architecture(KerasFile file, NetworkLayers layers) {
        expectKernelsAndBiases(file, layers);
        expectComponents(file, layers.features());
        List<KerasTensor> found = layers.tensors();
        Architecture nearest = Arrays.stream(Architecture.values())
                .max(Comparator.comparingInt(architecture -> equalShapes(architecture, found)))
                .orElseThrow();
        int convolutions = nearest.filters().size();
        if (layers.convolutions().size() != convolutions) {
            throw file.refused("most like " + nearest.label() + ", which has " + convolutions + " convolutions; found "
                    + layers.convolutions().size());
        }
        List<ParameterShape> expected = nearest.parameters();
        for (int i = 0; i < expected.size(); i++) {
            List<Integer> shape = keras(expected.get(i));
            if (!shape.equals(found.get(i).shape())) {
                throw file.refused(found.get(i).path() + ": most like " + nearest.label() + ", whose "
                        + expected.get(i).name() + " are " + shape + "; found "
                        + found.get(i).shape());
            }
        }
        return nearest;
    }

    /** In Keras's order of dimensions. */
    static List<Integer> keras(ParameterShape shape) {
        List<Integer> ours = shape.sizes();
        return switch (ours.size()) {
            case 4 -> List.of(ours.get(2), ours.get(3), ours.get(1), ours.get(0));
            case 2 -> List.of(ours.get(1), ours.get(0));
            default -> ours;
        };
    }

    private static int equalShapes(Architecture architecture, List<KerasTensor> found) {
        List<ParameterShape> expected = architecture.parameters();
        return (int) IntStream.range(0, Math.min(expected.size(), found.size()))
                .filter(i -> keras(expected.get(i)).equals(found.get(i).shape()))
                .count();
    }

    private static void expectKernelsAndBiases(KerasFile file, NetworkLayers layers) {
        for (KerasLayer layer : layers.all()) {
            int rank = layers.convolutions().contains(layer) ? 4 : 2;
            if (layer.rank() != rank || layer.tensors().size() != 2) {
                throw file.refused(
                        "layer " + layer.name() + ": expected a kernel and a bias, found " + layer.tensors());
            }
        }
    }

    private static void expectComponents(KerasFile file, KerasLayer features) {
        if (features.inputs() != FeatureVector.COMPONENTS) {
            throw file.refused(features.tensors().get(0).path() + ": a release holds exactly "
                    + FeatureVector.COMPONENTS + " principal components; this model takes " + features.inputs()
                    + " features. Fit PCA(n_components=" + FeatureVector.COMPONENTS
                    + ") and train the four models on its components");
        }
    }
}
