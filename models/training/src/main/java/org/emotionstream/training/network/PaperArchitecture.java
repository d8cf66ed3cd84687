package org.emotionstream.training.network;

import java.util.List;
import org.emotionstream.contract.Emotion;

/**
 * The paper's four architectures (section 3.3): convolutions without padding on a picture of 100 x 100
 * pixels and three planes, each followed by a maximum pool and ReLU; a dense layer on what is left of the
 * picture; a dense layer on the 33 components; both together, picture first, into nine classes.
 *
 * <p>How they follow from the parameter counts that the paper states: docs/adr/0005-architectures.md.
 */
public enum PaperArchitecture implements Architecture {
    MODEL_1("model-1", 3, List.of(16, 32, 64), List.of(3, 2, 2), 100, Activation.RELU, 100, Activation.SIGMOID),
    MODEL_2("model-2", 2, List.of(16, 32, 64), List.of(3, 2, 2), 60, Activation.SIGMOID, 40, Activation.SIGMOID),
    MODEL_3("model-3", 2, List.of(32, 64), List.of(3, 2), 50, Activation.SIGMOID, 50, Activation.SIGMOID),
    MODEL_4("model-4", 2, List.of(8, 32), List.of(2, 2), 60, Activation.RELU, 40, Activation.RELU);

    /** The one that takes longest to train comes first, so that no thread idles at the end. */
    public static final List<PaperArchitecture> LONGEST_FIRST = List.of(MODEL_3, MODEL_1, MODEL_4, MODEL_2);

    private final String label;
    private final int kernel;
    private final List<Integer> filters;
    private final List<Integer> pools;
    private final int pictureUnits;
    private final Activation pictureActivation;
    private final int featureUnits;
    private final Activation featureActivation;

    PaperArchitecture(
            String label,
            int kernel,
            List<Integer> filters,
            List<Integer> pools,
            int pictureUnits,
            Activation pictureActivation,
            int featureUnits,
            Activation featureActivation) {
        this.label = label;
        this.kernel = kernel;
        this.filters = filters;
        this.pools = pools;
        this.pictureUnits = pictureUnits;
        this.pictureActivation = pictureActivation;
        this.featureUnits = featureUnits;
        this.featureActivation = featureActivation;
    }

    @Override
    public String label() {
        return label;
    }

    /** Pixels a side of every convolution's kernel. */
    public int kernel() {
        return kernel;
    }

    /** Filters of each convolution, in order. */
    public List<Integer> filters() {
        return filters;
    }

    /** Side and stride of the maximum pool after each convolution. */
    public List<Integer> pools() {
        return pools;
    }

    /** What follows the dense layer on the picture. */
    public Activation pictureActivation() {
        return pictureActivation;
    }

    /** What follows the dense layer on the components. */
    public Activation featureActivation() {
        return featureActivation;
    }

    @Override
    public <V> V logits(Layers<V> layers) {
        V picture = layers.planes();
        for (int layer = 0; layer < filters.size(); layer++) {
            String name = "convolution-" + (layer + 1);
            picture = layers.convolution(name, picture, filters.get(layer), kernel);
            // ReLU follows the pool, since the two commute and the pool leaves less to do.
            picture = layers.maximumPool(name + ".pool", picture, pools.get(layer));
            picture = layers.activation(name + ".activation", picture, Activation.RELU);
        }
        picture = layers.dropout(Layers.DropoutPlace.BEFORE_PICTURE_LAYER, layers.flattened(picture));
        V components = layers.components();
        picture = layers.dense("picture", picture, pictureUnits);
        picture = layers.activation("picture.activation", picture, pictureActivation);
        V features = layers.dense("features", components, featureUnits);
        features = layers.activation("features.activation", features, featureActivation);
        V both = layers.together("both", picture, features);
        both = layers.dropout(Layers.DropoutPlace.AFTER_PICTURE_LAYER, both);
        return layers.dense("classes", both, Emotion.COUNT);
    }
}
