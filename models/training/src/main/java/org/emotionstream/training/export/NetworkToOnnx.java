package org.emotionstream.training.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.training.network.Architecture;
import org.emotionstream.training.network.ParameterShape;
import org.emotionstream.training.network.PictureScaling;

/**
 * Writes a trained network as an ONNX graph from a tile's bytes to nine probabilities:
 * {@code tile uint8[N][1 or 3][100][100]} and {@code components float[N][33]} become
 * {@code probabilities float[N][9]}. Cast, scaling, the filling of three planes and the softmax are inside.
 */
public final class NetworkToOnnx {
    private NetworkToOnnx() {}

    /**
     * The graph of a network.
     *
     * @param scaling what it makes of a tile's byte
     * @param planes of a tile: 1, which fills all three, or 3
     * @param weights in the order of {@link Architecture#parameters()}
     */
    public static ModelProto convert(
            Architecture architecture, PictureScaling scaling, int planes, List<float[]> weights) {
        OnnxGraph graph = new OnnxGraph(architecture.label());
        List<ParameterShape> shapes = architecture.parameters();
        for (int i = 0; i < shapes.size(); i++) {
            ParameterShape shape = shapes.get(i);
            graph.constant(shape.name(), weights.get(i), shape.dimensions());
        }
        String logits = architecture.logits(new OnnxLayers(graph, scaling, planes));
        graph.node("Softmax", "probabilities", List.of(logits), OnnxGraph.integer("axis", 1));
        graph.output("probabilities", DataType.FLOAT, Emotion.COUNT);
        return graph.model("The paper's " + architecture.label() + ": the emotion of one face.");
    }
}
