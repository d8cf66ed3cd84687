package org.emotionstream.evaluation.measurement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Head;
import org.emotionstream.contract.HeadFile;
import org.emotionstream.contract.Release;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.contract.Sha256;
import org.emotionstream.features.FeatureLayout;
import org.emotionstream.features.FeatureProjection;
import org.emotionstream.networks.TinyNetwork;

/** A whole release for tests: drawn at random, four small networks, and a detector that sees faces in noise. */
public final class TinyRelease {
    private static final double SEES_FACES_IN_NOISE = -3;

    private TinyRelease() {}

    /** Writes the release and names it as the default one. */
    public static void write(Path releases, String id) throws IOException {
        Path folder = Files.createDirectories(releases.resolve(id));
        Map<String, String> files = new TreeMap<>();
        List<Release.Network> networks = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            TinyNetwork network = new TinyNetwork();
            network.weightScale = i;
            Path file = network.write(folder.resolve("model-" + i + ".onnx"));
            files.put(file.getFileName().toString(), Sha256.hex(file));
            networks.add(new Release.Network("model-" + i, "model-" + i + ".onnx", 306));
        }
        Path features = folder.resolve("features.bin");
        projection().write(features);
        files.put("features.bin", Sha256.hex(features));
        HeadFile.write(folder.resolve(HeadFile.NAME), head());
        files.put(HeadFile.NAME, Sha256.hex(folder.resolve(HeadFile.NAME)));
        Release release = new Release(
                ReleaseReader.FORMAT_VERSION,
                id,
                Emotion.labels(),
                new Release.TileSettings("face-crop", 100, "grey", "area-linear", 1.3, 0, SEES_FACES_IN_NOISE),
                new Release.FeatureSettings(FeatureLayout.hash(), FeatureLayout.COUNT, 33, "features.bin", 0.95),
                networks,
                new Release.HeadSettings(HeadFile.NAME),
                files,
                NullNode.instance,
                NullNode.instance);
        new ObjectMapper().writeValue(folder.resolve("release.json").toFile(), release);
        Files.writeString(releases.resolve("DEFAULT"), id + "\n");
    }

    private static FeatureProjection projection() {
        Random random = new Random(3);
        double[] mean = random.doubles(FeatureLayout.COUNT).toArray();
        double[] scale = random.doubles(FeatureLayout.COUNT, 0.5, 2).toArray();
        double[][] components = new double[33][];
        for (int row = 0; row < components.length; row++) {
            components[row] = random.doubles(FeatureLayout.COUNT, -0.02, 0.02).toArray();
        }
        return FeatureProjection.of(mean, scale, components);
    }

    private static Head head() {
        List<List<Double>> weights = new ArrayList<>();
        for (int output = 0; output < Emotion.COUNT; output++) {
            List<Double> row = new ArrayList<>(Collections.nCopies(Emotion.COUNT, 0.0));
            row.set(output, 1.0);
            weights.add(row);
        }
        return Head.ofSum(weights, Collections.nCopies(Emotion.COUNT, 0.0), 0);
    }
}
