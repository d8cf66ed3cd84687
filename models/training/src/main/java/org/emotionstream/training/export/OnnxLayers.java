package org.emotionstream.training.export;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Tile;
import org.emotionstream.training.network.Activation;
import org.emotionstream.training.network.Architecture;
import org.emotionstream.training.network.Layers;
import org.emotionstream.training.network.ParameterShape;
import org.emotionstream.training.network.PictureScaling;

/**
 * The layers as nodes of an ONNX graph that holds their tensors already.
 *
 * @param scaling what the network makes of a tile's byte
 * @param tilePlanes of a tile: 1, which fills all three, or 3
 */
record OnnxLayers(OnnxGraph graph, PictureScaling scaling, int tilePlanes) implements Layers<String> {
    @Override
    public String planes() {
        String tile = graph.input("tile", DataType.UINT8, tilePlanes, Tile.SIDE, Tile.SIDE);
        String cast =
                graph.node("Cast", "tile.float", List.of(tile), OnnxGraph.integer("to", DataType.FLOAT.getNumber()));
        String scale = graph.constant("tile.scale", new float[] {scaling.scale()}, 1);
        String shift = graph.constant("tile.shift", new float[] {scaling.shift()}, 1);
        String scaled = graph.node("Mul", "tile.scaled", List.of(cast, scale));
        if (tilePlanes == Architecture.PLANES) {
            return graph.node("Add", "planes", List.of(scaled, shift));
        }
        String plane = graph.node("Add", "plane", List.of(scaled, shift));
        return graph.node("Concat", "planes", List.of(plane, plane, plane), OnnxGraph.integer("axis", 1));
    }

    @Override
    public String components() {
        return graph.input("components", DataType.FLOAT, FeatureVector.COMPONENTS);
    }

    @Override
    public String convolution(String name, String values, int filters, int kernel) {
        return graph.node("Conv", name, learned(name, values));
    }

    @Override
    public String maximumPool(String name, String values, int side) {
        return graph.node(
                "MaxPool",
                name,
                List.of(values),
                OnnxGraph.integers("kernel_shape", side, side),
                OnnxGraph.integers("strides", side, side));
    }

    @Override
    public String activation(String name, String values, Activation activation) {
        return graph.node(activation.onnxOperator(), name, List.of(values));
    }

    @Override
    public String flattened(String values) {
        String rows = graph.node("Transpose", "rows", List.of(values), OnnxGraph.integers("perm", 0, 2, 3, 1));
        return graph.node("Flatten", "flattened", List.of(rows), OnnxGraph.integer("axis", 1));
    }

    @Override
    public String dense(String name, String values, int outputs) {
        return graph.node("Gemm", name, learned(name, values), OnnxGraph.integer("transB", 1));
    }

    @Override
    public String together(String name, String first, String second) {
        return graph.node("Concat", name, List.of(first, second), OnnxGraph.integer("axis", 1));
    }

    @Override
    public String dropout(DropoutPlace place, String values) {
        return values;
    }

    private static List<String> learned(String name, String values) {
        return List.of(values, ParameterShape.weightsOf(name), ParameterShape.biasesOf(name));
    }
}
