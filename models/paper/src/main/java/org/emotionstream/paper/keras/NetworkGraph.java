package org.emotionstream.paper.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.emotionstream.contract.Emotion;
import org.emotionstream.training.network.Activation;
import org.emotionstream.training.network.PaperArchitecture;

/**
 * The graph of one of the four networks: a branch on the picture and a branch on the components, concatenated,
 * and what follows.
 */
record NetworkGraph(
        KerasFile file,
        List<GraphLayer> picture,
        List<GraphLayer> features,
        List<GraphLayer> classes,
        boolean featuresFirst) {
    private static final Set<String> CONVOLUTIONS = Set.of("Conv2D", "Convolution2D");

    /**
     * @throws KerasException when there are not two branches, one of them with convolutions
     */
    static NetworkGraph of(KerasFile file, LayerGraph graph) {
        List<GraphLayer> classes = graph.chainTo(graph.output());
        GraphLayer both = classes.get(0);
        expectConcatenation(file, both);
        List<GraphLayer> first = graph.chainTo(graph.layer(both.inputs().get(0)));
        List<GraphLayer> second = graph.chainTo(graph.layer(both.inputs().get(1)));
        if (hasConvolutions(first) == hasConvolutions(second)) {
            throw file.refused("layer " + both + ": expected one branch with convolutions and one without, found "
                    + first + " and " + second);
        }
        boolean featuresFirst = hasConvolutions(second);
        return new NetworkGraph(
                file,
                featuresFirst ? second : first,
                featuresFirst ? first : second,
                classes.subList(1, classes.size()),
                featuresFirst);
    }

    private static void expectConcatenation(KerasFile file, GraphLayer both) {
        int axis = both.config().path("axis").asInt(-1);
        if (!both.is("Concatenate") || both.inputs().size() != 2 || (axis != -1 && axis != 1)) {
            throw file.refused(
                    "layer " + both + ": expected a Concatenate of two layers on axis 1 before the last dense"
                            + " layer, found one of " + both.inputs() + " on axis " + axis);
        }
    }

    private static boolean hasConvolutions(List<GraphLayer> chain) {
        return chain.stream().anyMatch(layer -> CONVOLUTIONS.contains(layer.type()));
    }

    /** Which layers hold the weights. */
    NetworkLayers layers() {
        List<KerasLayer> convolutions = picture.stream()
                .filter(layer -> CONVOLUTIONS.contains(layer.type()))
                .map(layer -> file.layer(layer.name()))
                .toList();
        return new NetworkLayers(
                convolutions,
                dense("picture", picture),
                dense("features", features),
                dense("classes", classes),
                featuresFirst);
    }

    private KerasLayer dense(String branch, List<GraphLayer> chain) {
        List<GraphLayer> dense =
                chain.stream().filter(layer -> layer.is("Dense")).toList();
        if (dense.size() != 1) {
            throw file.refused(
                    "the branch of the " + branch + ": expected one dense layer, found " + dense + " of " + chain);
        }
        return file.layer(dense.get(0).name());
    }

    /**
     * Checks what shapes of weights do not tell: pools, activations, strides, padding, order of channels.
     *
     * @throws KerasException at the first layer that is not as this architecture has it
     */
    void expect(PaperArchitecture architecture, NetworkLayers layers) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < architecture.filters().size(); i++) {
            expected.add(Step.convolution(
                    architecture.kernel(), architecture.filters().get(i)));
            expected.add("relu");
            expected.add(Step.pool(architecture.pools().get(i)));
        }
        expected.add(Step.FLATTEN);
        expected.add(Step.dense(layers.picture().outputs()));
        expected.add(keras(architecture.pictureActivation()));
        Step.expect(file, architecture.label() + ", picture", expected, picture);
        Step.expect(
                file,
                architecture.label() + ", features",
                List.of(Step.dense(layers.features().outputs()), keras(architecture.featureActivation())),
                features);
        Step.expect(file, architecture.label() + ", classes", List.of(Step.dense(Emotion.COUNT), "softmax"), classes);
    }

    private static String keras(Activation activation) {
        return switch (activation) {
            case RELU -> "relu";
            case SIGMOID -> "sigmoid";
        };
    }
}
