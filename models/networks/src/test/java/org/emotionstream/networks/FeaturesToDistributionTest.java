package org.emotionstream.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.Tile;
import org.emotionstream.contract.nativelibraries.NativeMemoryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesToDistributionTest {
    @TempDir
    Path folder;

    private final TinyNetwork tiny = new TinyNetwork();

    @Test
    void aNetworkWithoutMemoryIsNoNetworkThatFails() {
        assertThat(FeaturesToDistribution.failure(
                        "model-1", new OrtException("Failed to allocate memory for requested buffer of size 40000")))
                .isInstanceOf(NativeMemoryException.class)
                .hasMessageContaining("model-1");
        assertThat(FeaturesToDistribution.failure("model-1", new OrtException("Non-zero status code")))
                .isInstanceOf(NetworkException.class);
    }

    @Test
    void aGreyTileAndItsComponentsBecomeNineProbabilities() throws Exception {
        try (FeaturesToDistribution network = open("grey")) {
            assertThat(network.name()).isEqualTo("model-2");
            assertClose(network.apply(tile(1, 7), components(7)), expected(tile(1, 7), components(7)));
        }
    }

    /** Bytes above 127 are not negative, and planes are not mixed up. */
    @Test
    void aTileOfThreePlanesToo() throws Exception {
        tiny.channels = 3;
        byte[] pixels = new byte[30_000];
        Arrays.fill(pixels, 0, 10_000, (byte) 200);
        Arrays.fill(pixels, 10_000, 20_000, (byte) 30);
        Arrays.fill(pixels, 20_000, 30_000, (byte) 128);
        Tile tile = Tile.owning(pixels);
        try (FeaturesToDistribution network = open("bgr")) {
            assertClose(network.apply(tile, components(1)), expected(tile, components(1)));
        }
    }

    @Test
    void manyThreadsGetTheBitsThatOneGets() throws Exception {
        try (FeaturesToDistribution network = open("grey")) {
            List<EmotionDistribution> alone = IntStream.range(0, 100)
                    .mapToObj(i -> network.apply(tile(1, i), components(i)))
                    .toList();
            List<EmotionDistribution> together = IntStream.range(0, 100)
                    .parallel()
                    .mapToObj(i -> network.apply(tile(1, i), components(i)))
                    .toList();
            assertThat(together).isEqualTo(alone).doesNotHaveDuplicates();
        }
    }

    @Test
    void aTileOfTheWrongNumberOfPlanesIsRefused() throws Exception {
        try (FeaturesToDistribution network = open("grey")) {
            assertThatThrownBy(() -> network.apply(tile(3, 1), components(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("model-2 expects tiles of 1 planes, found one of 3");
        }
    }

    @Test
    void whatIsNoDistributionIsRefused() throws Exception {
        tiny.softmax = false;
        try (FeaturesToDistribution network = open("grey")) {
            assertThatThrownBy(() -> network.apply(tile(1, 1), components(1)))
                    .isInstanceOf(NetworkException.class)
                    .hasMessageContaining("model-2 gave no probabilities");
        }
    }

    @Test
    void aNetworkThatOverflowsIsRefused() throws Exception {
        tiny.weightScale = Float.MAX_VALUE;
        try (FeaturesToDistribution network = open("grey")) {
            assertThatThrownBy(() -> network.apply(tile(1, 1), components(1)))
                    .isInstanceOf(NetworkException.class)
                    .hasMessageContaining("NaN");
        }
    }

    @Test
    void closedTwiceItStaysClosed() throws Exception {
        FeaturesToDistribution network = open("grey");
        network.apply(tile(1, 1), components(1));
        network.close();
        network.close();
        assertThatThrownBy(() -> network.apply(tile(1, 1), components(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("model-2 is closed");
    }

    @Test
    void anInputOfAnotherNameIsRefused() {
        tiny.tileName = "image";
        refused("expected inputs [components, tile], found [components, image]");
    }

    @Test
    void anInputOfAnotherTypeIsRefused() {
        tiny.tileType = 1;
        refused("tile: expected UINT8 [-1, 1, 100, 100], found FLOAT [-1, 1, 100, 100]");
    }

    @Test
    void tilesOfAnotherColourAreRefused() {
        tiny.channels = 3;
        refused("tile: expected UINT8 [-1, 1, 100, 100], found UINT8 [-1, 3, 100, 100]");
    }

    @Test
    void aNetworkForTwoFacesAtOnceIsRefused() {
        tiny.faces = 2;
        refused("tile: expected UINT8 [-1, 1, 100, 100], found UINT8 [2, 1, 100, 100]");
    }

    @Test
    void aNetworkForOneFaceAtOnceWillDo() throws Exception {
        tiny.faces = 1;
        try (FeaturesToDistribution network = open("grey")) {
            assertClose(network.apply(tile(1, 7), components(7)), expected(tile(1, 7), components(7)));
        }
    }

    @Test
    void anotherNumberOfComponentsIsRefused() {
        tiny.components = 31;
        refused("components: expected FLOAT [-1, 33], found FLOAT [-1, 31]");
    }

    @Test
    void anotherNumberOfClassesIsRefused() {
        tiny.classes = 8;
        refused("probabilities: expected FLOAT [-1, 9], found FLOAT [-1, 8]");
    }

    @Test
    void aCorruptFileIsRefused() throws Exception {
        Path file = Files.write(folder.resolve("model-2.onnx"), new byte[] {1, 2, 3, 4});
        assertThatThrownBy(() -> FeaturesToDistribution.of(TestReleases.of(folder, "grey"), "model-2"))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining(file + " is no network that ONNX Runtime can run");
    }

    @Test
    void aMissingFileAndAMissingNetworkAreNamed() {
        assertThatThrownBy(() -> FeaturesToDistribution.of(TestReleases.of(folder, "grey"), "model-2"))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("cannot read " + folder.resolve("model-2.onnx"));
        assertThatThrownBy(() -> FeaturesToDistribution.of(TestReleases.of(folder, "grey"), "model-5"))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContainingAll("model-5", "[model-2]");
    }

    private FeaturesToDistribution open(String colour) throws Exception {
        tiny.write(folder.resolve("model-2.onnx"));
        return FeaturesToDistribution.of(TestReleases.of(folder, colour), "model-2");
    }

    private void refused(String message) {
        assertThatThrownBy(() -> open("grey"))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContainingAll(folder.resolve("model-2.onnx").toString(), message);
    }

    private double[] expected(Tile tile, FeatureVector components) {
        double[] inputs = new double[tile.channels() + 33];
        byte[] pixels = tile.toBytes();
        for (int i = 0; i < pixels.length; i++) {
            inputs[i / 10_000] += (pixels[i] & 0xff) / 10_000.0;
        }
        for (int i = 0; i < 33; i++) {
            inputs[tile.channels() + i] = components.toArray()[i];
        }
        double[] exponentials = new double[9];
        for (int output = 0; output < 9; output++) {
            double logit = 0;
            for (int input = 0; input < inputs.length; input++) {
                logit += inputs[input] * tiny.weight(input, output);
            }
            exponentials[output] = Math.exp(logit);
        }
        double sum = Arrays.stream(exponentials).sum();
        return Arrays.stream(exponentials).map(value -> value / sum).toArray();
    }

    private static void assertClose(EmotionDistribution found, double[] expected) {
        for (int i = 0; i < 9; i++) {
            assertThat((double) found.toArray()[i]).as("class %d", i).isCloseTo(expected[i], within(1e-5));
        }
    }

    private static Tile tile(int channels, long seed) {
        byte[] pixels = new byte[channels * Tile.PLANE_BYTES];
        new Random(seed).nextBytes(pixels);
        return Tile.owning(pixels);
    }

    private static FeatureVector components(long seed) {
        Random random = new Random(seed);
        float[] components = new float[33];
        for (int i = 0; i < components.length; i++) {
            components[i] = (float) random.nextGaussian();
        }
        return FeatureVector.of(components);
    }
}
