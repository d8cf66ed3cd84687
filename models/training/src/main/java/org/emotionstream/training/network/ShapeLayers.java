package org.emotionstream.training.network;

import java.util.ArrayList;
import java.util.List;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Tile;

/** Follows the shapes from layer to layer, and notes what each layer learns. */
final class ShapeLayers implements Layers<ShapeLayers.Shape> {
    private final List<ParameterShape> parameters = new ArrayList<>();

    /**
     * What a layer gives for one face.
     *
     * @param channels of a picture, or how many numbers
     * @param side of the picture; 1 where it is none
     */
    record Shape(int channels, int side) {
        int count() {
            return channels * side * side;
        }
    }

    private ShapeLayers() {}

    /** What the layers of this architecture learn, in their order. */
    static List<ParameterShape> parameters(Architecture architecture) {
        ShapeLayers layers = new ShapeLayers();
        architecture.logits(layers);
        return List.copyOf(layers.parameters);
    }

    @Override
    public Shape planes() {
        return new Shape(Architecture.PLANES, Tile.SIDE);
    }

    @Override
    public Shape components() {
        return new Shape(FeatureVector.COMPONENTS, 1);
    }

    @Override
    public Shape convolution(String name, Shape values, int filters, int kernel) {
        parameters.add(ParameterShape.weights(name, filters, values.channels(), kernel, kernel));
        parameters.add(ParameterShape.biases(name, filters));
        return new Shape(filters, values.side() - kernel + 1);
    }

    @Override
    public Shape maximumPool(String name, Shape values, int side) {
        return new Shape(values.channels(), values.side() / side);
    }

    @Override
    public Shape activation(String name, Shape values, Activation activation) {
        return values;
    }

    @Override
    public Shape flattened(Shape values) {
        return new Shape(values.count(), 1);
    }

    @Override
    public Shape dense(String name, Shape values, int outputs) {
        parameters.add(ParameterShape.weights(name, outputs, values.count()));
        parameters.add(ParameterShape.biases(name, outputs));
        return new Shape(outputs, 1);
    }

    @Override
    public Shape together(String name, Shape first, Shape second) {
        return new Shape(first.count() + second.count(), 1);
    }

    @Override
    public Shape dropout(DropoutPlace place, Shape values) {
        return values;
    }
}
