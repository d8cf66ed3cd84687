package org.emotionstream.networks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotionstream.onnx.WireField;
import org.emotionstream.onnx.WireMessage;

/**
 * A network that computes what another does, for less. The paper's networks see three planes, and a grey tile fills
 * all of them: the first convolution multiplies the same pixel by three weights and adds the products. Here it
 * multiplies it by their sum, in a third of the time; probabilities differ by their rounding, less than 1e-6.
 *
 * <p>The file of a release keeps the three planes, and with them the paper's number of parameters.
 */
final class OnePlane {
    // Fields of onnx.proto.
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_OPERATOR = 4;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int ATTRIBUTE_NAME = 1;
    private static final int ATTRIBUTE_INTEGER = 3;
    private static final int TENSOR_NAME = 8;

    private OnePlane() {}

    /**
     * The network with one plane.
     *
     * @param onnx the file of a network
     * @return the file of the other, in native memory; empty when the network does not fill several planes with one, and
     *     when it is no ONNX file
     */
    static Optional<ByteBuffer> of(byte[] onnx) {
        try {
            WireMessage model = WireMessage.parse(ByteBuffer.wrap(onnx));
            WireField graph = only(model.all(MODEL_GRAPH).stream()).orElseThrow();
            return folded(graph.message())
                    .map(folded -> model.replaced(graph, WireField.message(MODEL_GRAPH, folded)))
                    .map(WireMessage::toBuffer);
        } catch (RuntimeException e) {
            // ONNX Runtime says what is wrong with it.
            return Optional.empty();
        }
    }

    /** The graph without the node that fills the planes. */
    private static Optional<WireMessage> folded(WireMessage graph) {
        for (WireField concat : graph.all(GRAPH_NODE)) {
            WireMessage planes = concat.message();
            List<String> filled = texts(planes, NODE_INPUT);
            if (planes.text(NODE_OPERATOR).equals("Concat")
                    && attribute(planes, "axis", 0) == 1
                    && filled.stream().distinct().count() == 1) {
                return only(users(graph, planes.text(NODE_OUTPUT)))
                        .flatMap(convolution -> folded(graph, concat, filled, convolution));
            }
        }
        return Optional.empty();
    }

    private static Optional<WireMessage> folded(
            WireMessage graph, WireField concat, List<String> filled, WireField user) {
        WireMessage convolution = user.message();
        List<String> inputs = texts(convolution, NODE_INPUT);
        if (!convolution.text(NODE_OPERATOR).equals("Conv") || attribute(convolution, "group", 1) != 1) {
            return Optional.empty();
        }
        Optional<WireField> weights = only(graph.all(GRAPH_INITIALIZER).stream()
                .filter(tensor -> tensor.message().text(TENSOR_NAME).equals(inputs.get(1))));
        boolean usedOnce = users(graph, inputs.get(1)).count() == 1;
        return weights.filter(tensor -> usedOnce)
                .flatMap(tensor -> PlaneWeights.summed(tensor.message(), filled.size()))
                .map(sums -> graph.replaced(weights.get(), WireField.message(GRAPH_INITIALIZER, sums)))
                .map(changed -> changed.replaced(user, WireField.message(GRAPH_NODE, fed(convolution, filled.get(0)))))
                .map(changed -> changed.without(concat));
    }

    /** The convolution with another first input. */
    private static WireMessage fed(WireMessage convolution, String input) {
        WireField first = convolution.all(NODE_INPUT).get(0);
        return convolution.replaced(first, WireField.bytes(NODE_INPUT, input.getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<WireField> users(WireMessage graph, String value) {
        return graph.all(GRAPH_NODE).stream()
                .filter(node -> texts(node.message(), NODE_INPUT).contains(value));
    }

    private static List<String> texts(WireMessage message, int number) {
        return message.all(number).stream().map(WireField::text).toList();
    }

    private static long attribute(WireMessage node, String name, long otherwise) {
        return node.all(NODE_ATTRIBUTE).stream()
                .map(WireField::message)
                .filter(attribute -> attribute.text(ATTRIBUTE_NAME).equals(name))
                .flatMap(attribute -> attribute.integers(ATTRIBUTE_INTEGER).stream())
                .findFirst()
                .orElse(otherwise);
    }

    private static <T> Optional<T> only(Stream<T> values) {
        List<T> all = values.toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }
}
