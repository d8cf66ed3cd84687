package org.emotionstream.networks;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A network small enough to compute by hand: the mean of each plane and the 33 components, times
 * {@link #weight}, through a softmax. What its file claims can be changed, to be refused.
 */
public final class TinyNetwork {
    String tileName = "tile";
    int tileType = TensorProto.DataType.UINT8_VALUE;
    /** How many faces at once; 0 for any number. */
    int faces;

    int channels = 1;
    int components = 33;
    int classes = 9;
    boolean softmax = true;

    /** All weights are multiplied by it: other networks, other answers. */
    public float weightScale = 1;

    /** Of input {@code input} (first the planes, then the components) in output {@code output}. */
    float weight(int input, int output) {
        return weightScale * ((input * 7 + output * 5) % 11 - 5) / 100f;
    }

    /** Writes the network as an ONNX file. */
    public Path write(Path file) throws IOException {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName("tiny")
                .addInput(value(tileName, tileType, channels, 100, 100))
                .addInput(value("components", TensorProto.DataType.FLOAT_VALUE, components))
                .addOutput(value("probabilities", TensorProto.DataType.FLOAT_VALUE, classes))
                .addInitializer(weights())
                .addNode(node("Cast", List.of(tileName), "floats", Map.of("to", 1)))
                .addNode(node("GlobalAveragePool", List.of("floats"), "pooled", Map.of()))
                .addNode(node("Flatten", List.of("pooled"), "means", Map.of("axis", 1)))
                .addNode(node("Concat", List.of("means", "components"), "all", Map.of("axis", 1)))
                .addNode(node("MatMul", List.of("all", "weights"), "logits", Map.of()))
                .addNode(node(softmax ? "Softmax" : "Identity", List.of("logits"), "probabilities", Map.of()));
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build();
        return Files.write(file, model.toByteArray());
    }

    private TensorProto weights() {
        TensorProto.Builder weights = TensorProto.newBuilder()
                .setName("weights")
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .addDims(channels + components)
                .addDims(classes);
        for (int input = 0; input < channels + components; input++) {
            for (int output = 0; output < classes; output++) {
                weights.addFloatData(weight(input, output));
            }
        }
        return weights.build();
    }

    private static NodeProto node(
            String operator, List<String> inputs, String output, Map<String, Integer> attributes) {
        NodeProto.Builder node = NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output);
        attributes.forEach((name, value) -> node.addAttribute(AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)));
        return node.build();
    }

    private ValueInfoProto value(String name, int type, int... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder()
                .addDim(
                        faces == 0
                                ? TensorShapeProto.Dimension.newBuilder().setDimParam("N")
                                : TensorShapeProto.Dimension.newBuilder().setDimValue(faces));
        for (int size : shape) {
            dimensions.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(type).setShape(dimensions)))
                .build();
    }
}
