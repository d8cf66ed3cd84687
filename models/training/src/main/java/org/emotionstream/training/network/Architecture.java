package org.emotionstream.training.network;

import java.util.ArrayList;
import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Tile;

/**
 * The paper's four architectures (section 3.3): convolutions without padding on a picture of 100 x 100
 * pixels and three planes, each followed by a maximum pool and ReLU; a dense layer on what is left of the
 * picture; a dense layer on the 33 components; both together, picture first, into nine classes.
 *
 * <p>How they follow from the parameter counts that the paper states: docs/adr/0005-architectures.md.
 */
public enum Architecture {
    MODEL_1("model-1", 3, List.of(16, 32, 64), List.of(3, 2, 2), 100, Activation.RELU, 100, Activation.SIGMOID),
    MODEL_2("model-2", 2, List.of(16, 32, 64), List.of(3, 2, 2), 60, Activation.SIGMOID, 40, Activation.SIGMOID),
    MODEL_3("model-3", 2, List.of(32, 64), List.of(3, 2), 50, Activation.SIGMOID, 50, Activation.SIGMOID),
    MODEL_4("model-4", 2, List.of(8, 32), List.of(2, 2), 60, Activation.RELU, 40, Activation.RELU);

    /** The one that takes longest to train comes first, so that no thread idles at the end. */
    public static final List<Architecture> LONGEST_FIRST = List.of(MODEL_3, MODEL_1, MODEL_4, MODEL_2);

    /** Planes that the first convolution sees: 3. A grey tile fills all of them. */
    public static final int PLANES = 3;

    private final String label;
    private final int kernel;
    private final List<Integer> filters;
    private final List<Integer> pools;
    private final int pictureUnits;
    private final Activation pictureActivation;
    private final int featureUnits;
    private final Activation featureActivation;

    Architecture(
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

    /** The name in releases and topics: model-1 to model-4. */
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

    /** How many values of the picture reach its dense layer, in the order height, width, channel. */
    public int flattened() {
        int side = Tile.SIDE;
        for (int pool : pools) {
            side = (side - kernel + 1) / pool;
        }
        return side * side * filters.get(filters.size() - 1);
    }

    /**
     * Every learned tensor in the order in which they are stored: weights and biases of the convolutions
     * {@code [filters][planes][height][width]}, then of the dense layers {@code [outputs][inputs]} on
     * picture, components, and both.
     */
    public List<ParameterShape> parameters() {
        List<ParameterShape> shapes = new ArrayList<>();
        int planes = PLANES;
        for (int layer = 0; layer < filters.size(); layer++) {
            shapes.add(
                    ParameterShape.weights("convolution-" + (layer + 1), filters.get(layer), planes, kernel, kernel));
            shapes.add(ParameterShape.biases("convolution-" + (layer + 1), filters.get(layer)));
            planes = filters.get(layer);
        }
        addDense(shapes, "picture", pictureUnits, flattened());
        addDense(shapes, "features", featureUnits, FeatureVector.COMPONENTS);
        addDense(shapes, "classes", Emotion.COUNT, pictureUnits + featureUnits);
        return List.copyOf(shapes);
    }

    private static void addDense(List<ParameterShape> shapes, String layer, int outputs, int inputs) {
        shapes.add(ParameterShape.weights(layer, outputs, inputs));
        shapes.add(ParameterShape.biases(layer, outputs));
    }

    /** How many numbers the network learns. */
    public int parameterCount() {
        return parameters().stream().mapToInt(ParameterShape::count).sum();
    }
}
