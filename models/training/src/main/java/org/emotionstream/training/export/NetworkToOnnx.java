package org.emotionstream.training.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Tile;
import org.emotionstream.training.network.Architecture;
import org.emotionstream.training.network.ParameterShape;
import org.emotionstream.training.network.PictureScaling;

/**
 * Writes a trained network as an ONNX graph from a tile's bytes to nine probabilities:
 * {@code tile uint8[N][1 or 3][100][100]} and {@code components float[N][33]} become
 * {@code probabilities float[N][9]}. Cast, scaling, the filling of three planes and the softmax are inside.
 * The picture is flattened in the order height, width, channel, as in Keras.
 */
public final class NetworkToOnnx {
    private final Architecture architecture;
    private final PictureScaling scaling;
    private final int planes;
    private final OnnxGraph graph;
    private final List<String> parameters = new ArrayList<>();

    private NetworkToOnnx(Architecture architecture, PictureScaling scaling, int planes) {
        this.architecture = architecture;
        this.scaling = scaling;
        this.planes = planes;
        this.graph = new OnnxGraph(architecture.label());
    }

    /**
     * The graph of a network.
     *
     * @param scaling what it makes of a tile's byte
     * @param planes of a tile: 1, which fills all three, or 3
     * @param weights in the order of {@link Architecture#parameters()}
     */
    public static ModelProto convert(
            Architecture architecture, PictureScaling scaling, int planes, List<float[]> weights) {
        NetworkToOnnx conversion = new NetworkToOnnx(architecture, scaling, planes);
        conversion.addParameters(weights);
        conversion.addLayers();
        return conversion.graph.model("The paper's " + architecture.label() + ": the emotion of one face.");
    }

    private void addParameters(List<float[]> weights) {
        List<ParameterShape> shapes = architecture.parameters();
        for (int i = 0; i < shapes.size(); i++) {
            ParameterShape shape = shapes.get(i);
            parameters.add(graph.constant(shape.name(), weights.get(i), shape.dimensions()));
        }
    }

    private void addLayers() {
        String picture = flattenedPicture(planes());
        String components = graph.input("components", DataType.FLOAT, FeatureVector.COMPONENTS);
        int dense = 2 * architecture.filters().size();
        String pictureUnits = dense("picture", picture, dense);
        pictureUnits = graph.node(
                architecture.pictureActivation().onnxOperator(), "picture.activation", List.of(pictureUnits));
        String featureUnits = dense("features", components, dense + 2);
        featureUnits = graph.node(
                architecture.featureActivation().onnxOperator(), "features.activation", List.of(featureUnits));
        String both = graph.node("Concat", "both", List.of(pictureUnits, featureUnits), OnnxGraph.integer("axis", 1));
        String logits = dense("classes", both, dense + 4);
        graph.node("Softmax", "probabilities", List.of(logits), OnnxGraph.integer("axis", 1));
        graph.output("probabilities", DataType.FLOAT, Emotion.COUNT);
    }

    /** The three planes as scaled numbers; of a grey tile its one plane three times. */
    private String planes() {
        String tile = graph.input("tile", DataType.UINT8, planes, Tile.SIDE, Tile.SIDE);
        String cast =
                graph.node("Cast", "tile.float", List.of(tile), OnnxGraph.integer("to", DataType.FLOAT.getNumber()));
        String scale = graph.constant("tile.scale", new float[] {scaling.scale()}, 1);
        String shift = graph.constant("tile.shift", new float[] {scaling.shift()}, 1);
        String scaled = graph.node("Mul", "tile.scaled", List.of(cast, scale));
        if (planes == Architecture.PLANES) {
            return graph.node("Add", "planes", List.of(scaled, shift));
        }
        String plane = graph.node("Add", "plane", List.of(scaled, shift));
        return graph.node("Concat", "planes", List.of(plane, plane, plane), OnnxGraph.integer("axis", 1));
    }

    private String flattenedPicture(String planes) {
        String values = planes;
        for (int layer = 0; layer < architecture.filters().size(); layer++) {
            String name = "convolution-" + (layer + 1);
            long pool = architecture.pools().get(layer);
            values =
                    graph.node("Conv", name, List.of(values, parameters.get(2 * layer), parameters.get(2 * layer + 1)));
            values = graph.node(
                    "MaxPool",
                    name + ".pool",
                    List.of(values),
                    OnnxGraph.integers("kernel_shape", pool, pool),
                    OnnxGraph.integers("strides", pool, pool));
            values = graph.node("Relu", name + ".activation", List.of(values));
        }
        values = graph.node("Transpose", "rows", List.of(values), OnnxGraph.integers("perm", 0, 2, 3, 1));
        return graph.node("Flatten", "flattened", List.of(values), OnnxGraph.integer("axis", 1));
    }

    private String dense(String name, String input, int parameter) {
        return graph.node(
                "Gemm",
                name,
                List.of(input, parameters.get(parameter), parameters.get(parameter + 1)),
                OnnxGraph.integer("transB", 1));
    }
}
