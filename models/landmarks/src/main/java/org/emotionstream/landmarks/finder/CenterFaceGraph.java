package org.emotionstream.landmarks.finder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotionstream.onnx.WireField;
import org.emotionstream.onnx.WireMessage;

/**
 * CenterFace's file as ONNX Runtime is to have it; no number of it is another.
 *
 * <p>The file that its authors exported states ten pictures of 32 x 32, though it computes any multiple of 32: here the
 * sizes are left open. And it lists its weights as inputs, which a caller might replace, so that ONNX Runtime can neither
 * fold nor arrange them beforehand: here they are constants, and a picture costs 0.4 of the time. Of what was only used in
 * training nothing is kept.
 */
final class CenterFaceGraph {
    // Fields of onnx.proto.
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_INPUT = 11;
    private static final int GRAPH_OUTPUT = 12;
    private static final int NODE_INPUT = 1;
    private static final int TENSOR_NAME = 8;
    private static final int VALUE_NAME = 1;
    private static final int VALUE_TYPE = 2;
    private static final int TYPE_TENSOR = 1;
    private static final int TENSOR_ELEMENT = 1;
    private static final int TENSOR_SHAPE = 2;
    private static final int SHAPE_DIMENSION = 1;
    private static final int CHANNELS_AT = 1;
    private static final int RANK = 4;
    private static final long FLOATS = 1;

    private CenterFaceGraph() {}

    /**
     * The file, in native memory.
     *
     * @throws RuntimeException when the bytes are no ONNX file
     */
    static ByteBuffer of(byte[] onnx) {
        WireMessage model = WireMessage.parse(ByteBuffer.wrap(onnx));
        WireField graph = model.all(MODEL_GRAPH).get(0);
        return model.replaced(graph, WireField.message(MODEL_GRAPH, ofAnySize(graph.message())))
                .toBuffer();
    }

    private static WireMessage ofAnySize(WireMessage graph) {
        Set<String> weights = graph.all(GRAPH_INITIALIZER).stream()
                .map(tensor -> tensor.message().text(TENSOR_NAME))
                .collect(Collectors.toSet());
        Set<String> used = graph.all(GRAPH_NODE).stream()
                .flatMap(node -> node.message().all(NODE_INPUT).stream())
                .map(WireField::text)
                .collect(Collectors.toSet());
        List<WireField> fields = new ArrayList<>();
        for (WireField field : graph.fields()) {
            switch (field.number()) {
                case GRAPH_INPUT -> {
                    if (!weights.contains(field.message().text(VALUE_NAME))) {
                        fields.add(ofAnySize(field));
                    }
                }
                case GRAPH_OUTPUT -> fields.add(ofAnySize(field));
                case GRAPH_INITIALIZER -> {
                    if (used.contains(field.message().text(TENSOR_NAME))) {
                        fields.add(field);
                    }
                }
                default -> fields.add(field);
            }
        }
        return new WireMessage(fields);
    }

    /** The description of an input or output with its channels, and any number of pictures of any size. */
    private static WireField ofAnySize(WireField described) {
        WireMessage value = described.message();
        WireMessage tensor = only(only(value, VALUE_TYPE), TYPE_TENSOR);
        List<WireField> dimensions = new ArrayList<>();
        for (int i = 0; i < RANK; i++) {
            dimensions.add(
                    i == CHANNELS_AT
                            ? only(tensor, TENSOR_SHAPE).all(SHAPE_DIMENSION).get(i)
                            : open());
        }
        WireMessage floats = new WireMessage(List.of(
                WireField.integer(TENSOR_ELEMENT, FLOATS),
                WireField.message(TENSOR_SHAPE, new WireMessage(dimensions))));
        WireMessage type = new WireMessage(List.of(WireField.message(TYPE_TENSOR, floats)));
        return WireField.message(
                described.number(),
                new WireMessage(List.of(
                        WireField.bytes(VALUE_NAME, value.text(VALUE_NAME).getBytes(StandardCharsets.UTF_8)),
                        WireField.message(VALUE_TYPE, type))));
    }

    private static WireField open() {
        return WireField.message(SHAPE_DIMENSION, new WireMessage(List.of()));
    }

    private static WireMessage only(WireMessage message, int number) {
        return message.all(number).get(0).message();
    }
}
