package org.emotionstream.networks;

import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Release;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.contract.StoredRelease;

/** Releases for tests, with one network in {@code model-2.onnx}. */
final class TestReleases {
    private TestReleases() {}

    static StoredRelease of(Path folder, String colour) {
        return new StoredRelease(
                folder,
                new Release(
                        ReleaseReader.FORMAT_VERSION,
                        "test",
                        Emotion.labels(),
                        new Release.TileSettings("face-crop", 100, colour, "area-linear", 1.3, 0, -0.5),
                        new Release.FeatureSettings("", 2249, 33, "features.bin", 0.95),
                        List.of(new Release.Network("model-2", "model-2.onnx", 306)),
                        new Release.HeadSettings("head.json"),
                        Map.of(),
                        NullNode.instance,
                        NullNode.instance));
    }
}
