package org.emotionstream.training.export;

import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Release;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.training.network.PaperArchitecture;

/** What a test needs of a release to run single networks from a folder. */
final class SmallReleases {
    private SmallReleases() {}

    static StoredRelease inFolder(Path folder) {
        List<Release.Network> networks = Arrays.stream(PaperArchitecture.values())
                .map(architecture -> new Release.Network(
                        architecture.label(), architecture.label() + ".onnx", architecture.parameterCount()))
                .toList();
        return new StoredRelease(
                folder,
                new Release(
                        ReleaseReader.FORMAT_VERSION,
                        "test",
                        Emotion.labels(),
                        new Release.TileSettings("face-crop", 100, "grey", "area-linear", 1.3, 0, -0.5),
                        new Release.FeatureSettings("", 2249, 33, "features.bin", 0.95),
                        networks,
                        new Release.HeadSettings("head.json"),
                        Map.of(),
                        NullNode.instance,
                        NullNode.instance));
    }
}
