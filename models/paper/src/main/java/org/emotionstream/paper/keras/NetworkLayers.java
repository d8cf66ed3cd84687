package org.emotionstream.paper.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.training.network.PaperArchitecture;
import org.emotionstream.training.network.ParameterShape;

/**
 * Which layer of a file does what in one of the four networks.
 *
 * @param convolutions in the order in which the picture goes through them
 * @param picture the dense layer on what is left of the picture
 * @param features the dense layer on the components
 * @param classes the dense layer on both
 * @param featuresFirst whether {@code classes} takes the features before the picture; ours takes the picture first
 */
record NetworkLayers(
        List<KerasLayer> convolutions,
        KerasLayer picture,
        KerasLayer features,
        KerasLayer classes,
        boolean featuresFirst) {
    private static final int DENSE = 2;
    private static final int CONVOLUTION = 4;

    NetworkLayers {
        convolutions = List.copyOf(convolutions);
    }

    /**
     * By order and shape, for a file that says nothing of its graph: convolutions in the order of the file; of
     * three dense layers the one with the fewest outputs gives the classes, and of the other two the one with
     * the most inputs sees the picture.
     *
     * @throws KerasException when there are not three dense layers
     */
    static NetworkLayers byShape(KerasFile file) {
        for (KerasLayer layer : file.layers()) {
            if (layer.rank() != DENSE && layer.rank() != CONVOLUTION) {
                throw file.refused("layer " + layer.name() + ": expected a convolution or a dense layer, found "
                        + layer.tensors());
            }
        }
        List<KerasLayer> dense = new ArrayList<>(file.layersOfRank(DENSE));
        if (dense.size() != 3) {
            throw file.refused("expected three dense layers (on picture, features and both), found "
                    + dense.stream().map(KerasLayer::name).toList());
        }
        KerasLayer classes =
                dense.stream().min(Comparator.comparingInt(KerasLayer::outputs)).orElseThrow();
        dense.remove(classes);
        dense.sort(Comparator.comparingInt(KerasLayer::inputs));
        return new NetworkLayers(file.layersOfRank(CONVOLUTION), dense.get(1), dense.get(0), classes, false);
    }

    /** Every layer, in the order of our architectures' parameters. */
    private List<KerasLayer> all() {
        return Stream.concat(convolutions.stream(), Stream.of(picture, features, classes))
                .toList();
    }

    /**
     * The architecture that these layers have the shapes of.
     *
     * @throws KerasException when there is none; then the first tensor that differs from the most similar one
     */
    PaperArchitecture architecture(KerasFile file) {
        expectKernelsAndBiases(file);
        expectComponents(file);
        List<KerasTensor> found =
                all().stream().flatMap(layer -> layer.tensors().stream()).toList();
        PaperArchitecture nearest = Arrays.stream(PaperArchitecture.values())
                .max(Comparator.comparingInt(architecture -> equalShapes(architecture, found)))
                .orElseThrow();
        int expectedConvolutions = nearest.filters().size();
        if (convolutions.size() != expectedConvolutions) {
            throw file.refused("most like " + nearest.label() + ", which has " + expectedConvolutions
                    + " convolutions; found " + convolutions.size());
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
    private static List<Integer> keras(ParameterShape shape) {
        List<Integer> ours = shape.sizes();
        return switch (ours.size()) {
            case 4 -> List.of(ours.get(2), ours.get(3), ours.get(1), ours.get(0));
            case 2 -> List.of(ours.get(1), ours.get(0));
            default -> ours;
        };
    }

    private static int equalShapes(PaperArchitecture architecture, List<KerasTensor> found) {
        List<ParameterShape> expected = architecture.parameters();
        return (int) IntStream.range(0, Math.min(expected.size(), found.size()))
                .filter(i -> keras(expected.get(i)).equals(found.get(i).shape()))
                .count();
    }

    private void expectKernelsAndBiases(KerasFile file) {
        for (KerasLayer layer : all()) {
            int rank = convolutions.contains(layer) ? CONVOLUTION : DENSE;
            if (layer.rank() != rank || layer.tensors().size() != 2) {
                throw file.refused(
                        "layer " + layer.name() + ": expected a kernel and a bias, found " + layer.tensors());
            }
        }
    }

    private void expectComponents(KerasFile file) {
        if (features.inputs() != FeatureVector.COMPONENTS) {
            throw file.refused(features.tensors().get(0).path() + ": a release holds exactly "
                    + FeatureVector.COMPONENTS + " principal components; this model takes " + features.inputs()
                    + " features. Fit PCA(n_components=" + FeatureVector.COMPONENTS
                    + ") and train the four models on its components");
        }
    }
}
