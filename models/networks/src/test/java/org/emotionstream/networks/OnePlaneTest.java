package org.emotionstream.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Tile;
import org.emotionstream.onnx.OnnxRuntimeLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnePlaneTest {
    private static final Offset<Float> ROUNDING = within(1e-6f);
    private static final int FACES = 50;

    @ParameterizedTest
    @ValueSource(strings = {"model-1", "model-2", "model-3", "model-4"})
    void givesTheProbabilitiesOfTheFile(String network) throws Exception {
        byte[] onnx = released(network);
        OrtEnvironment environment = OnnxRuntimeLibrary.environment();
        try (OrtSession file = environment.createSession(onnx);
                OrtSession folded = environment.createSession(OnePlane.of(onnx).orElseThrow());
                Workplace workplace = new Workplace(environment, 1)) {
            Random random = new Random(11);
            for (int face = 0; face < FACES; face++) {
                Tile tile = tile(random);
                FeatureVector components = components(random);
                float[] expected = workplace.run(file, tile, components);
                assertThat(workplace.run(folded, tile, components)).containsExactly(expected, ROUNDING);
            }
        }
    }

    @Test
    void changesTheFirstConvolutionAlone() throws IOException {
        GraphProto before = graph(ByteBuffer.wrap(released("model-3")));
        GraphProto after = graph(OnePlane.of(released("model-3")).orElseThrow());
        List<NodeProto> kept = before.getNodeList().stream()
                .filter(node -> !node.getName().equals("planes"))
                .map(node -> node.getName().equals("convolution-1")
                        ? node.toBuilder().setInput(0, "plane").build()
                        : node)
                .toList();
        assertThat(after.getNodeList()).isEqualTo(kept);
        assertThat(after.getInitializerList())
                .filteredOn(OnePlaneTest::isFirstWeights)
                .singleElement()
                .satisfies(weights -> assertThat(weights.getDimsList()).containsExactly(32L, 1L, 2L, 2L));
        assertThat(after.getInitializerList())
                .filteredOn(tensor -> !isFirstWeights(tensor))
                .isEqualTo(before.getInitializerList().stream()
                        .filter(tensor -> !isFirstWeights(tensor))
                        .toList());
        assertThat(after.getInputList()).isEqualTo(before.getInputList());
        assertThat(after.getOutputList()).isEqualTo(before.getOutputList());
    }

    @Test
    void leavesAloneWhatDoesNotFillPlanesWithOne(@TempDir Path folder) throws IOException {
        Path tiny = new TinyNetwork().write(folder.resolve("tiny.onnx"));
        assertThat(OnePlane.of(Files.readAllBytes(tiny))).isEmpty();
    }

    @Test
    void leavesAloneWhatUsesThePlanesTwice() throws IOException {
        ModelProto.Builder model = ModelProto.parseFrom(released("model-2")).toBuilder();
        model.getGraphBuilder()
                .addNode(NodeProto.newBuilder()
                        .setOpType("Identity")
                        .addInput("planes")
                        .addOutput("again"));
        assertThat(OnePlane.of(model.build().toByteArray())).isEmpty();
    }

    @Test
    void leavesAloneWhatIsNoNetwork() throws IOException {
        byte[] onnx = released("model-2");
        assertThat(OnePlane.of(new byte[0])).isEmpty();
        assertThat(OnePlane.of("no network".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(OnePlane.of(Arrays.copyOf(onnx, onnx.length / 2))).isEmpty();
    }

    private static boolean isFirstWeights(TensorProto tensor) {
        return tensor.getName().equals("convolution-1.weights");
    }

    private static GraphProto graph(ByteBuffer onnx) throws IOException {
        return ModelProto.parseFrom(onnx).getGraph();
    }

    private static byte[] released(String network) throws IOException {
        return Files.readAllBytes(
                Path.of(System.getProperty("emotionstream.root"), "models/releases/2026-11-second", network + ".onnx"));
    }

    private static Tile tile(Random random) {
        byte[] pixels = new byte[Tile.PLANE_BYTES];
        random.nextBytes(pixels);
        return Tile.owning(pixels);
    }

    private static FeatureVector components(Random random) {
        float[] components = new float[FeatureVector.COMPONENTS];
        for (int i = 0; i < components.length; i++) {
            components[i] = (float) random.nextGaussian();
        }
        return FeatureVector.of(components);
    }
}
