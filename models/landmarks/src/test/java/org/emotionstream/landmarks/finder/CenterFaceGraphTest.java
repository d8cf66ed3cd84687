package org.emotionstream.landmarks.finder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a file that is made up as CenterFace's was exported. */
class CenterFaceGraphTest {
    private static final TensorProto WEIGHTS = TensorProto.newBuilder()
            .setName("weights")
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .addDims(1)
            .addFloatData(7)
            .build();

    private static final NodeProto NODE = NodeProto.newBuilder()
            .setOpType("Mul")
            .addInput("input.1")
            .addInput("weights")
            .addOutput("537")
            .build();

    @Test
    void leavesTheSizesOpenAndTheChannelsAsTheyAre() throws IOException {
        GraphProto graph = changed();
        for (ValueInfoProto value : List.of(graph.getInput(0), graph.getOutput(0))) {
            List<Dimension> shape = value.getType().getTensorType().getShape().getDimList();
            assertThat(shape).extracting(Dimension::getDimValue).containsExactly(0L, 3L, 0L, 0L);
            assertThat(value.getType().getTensorType().getElemType()).isEqualTo(TensorProto.DataType.FLOAT_VALUE);
        }
        assertThat(graph.getInput(0).getName()).isEqualTo("input.1");
        assertThat(graph.getOutput(0).getName()).isEqualTo("537");
    }

    @Test
    void takesTheWeightsForConstantsAndDropsWhatNoNodeUses() throws IOException {
        GraphProto graph = changed();
        assertThat(graph.getInputList()).hasSize(1);
        assertThat(graph.getInitializerList()).containsExactly(WEIGHTS);
    }

    @Test
    void keepsWhatIsComputed() throws IOException {
        assertThat(changed().getNodeList()).containsExactly(NODE);
    }

    private static GraphProto changed() throws IOException {
        GraphProto graph = GraphProto.newBuilder()
                .addNode(NODE)
                .addInitializer(WEIGHTS)
                .addInitializer(WEIGHTS.toBuilder().setName("num_batches_tracked"))
                .addInput(value("input.1", 10, 3, 32, 32))
                .addInput(value("weights", 1))
                .addInput(value("num_batches_tracked", 1))
                .addOutput(value("537", 10, 3, 8, 8))
                .build();
        byte[] file =
                ModelProto.newBuilder().setIrVersion(4).setGraph(graph).build().toByteArray();
        ModelProto changed = ModelProto.parseFrom(CenterFaceGraph.of(file));
        assertThat(changed.getIrVersion()).isEqualTo(4);
        return changed.getGraph();
    }

    private static ValueInfoProto value(String name, int... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (int size : shape) {
            dimensions.addDim(Dimension.newBuilder().setDimValue(size));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                                .setShape(dimensions)))
                .build();
    }
}
