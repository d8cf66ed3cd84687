package org.emotionstream.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Release;
import org.emotionstream.contract.Release.FeatureSettings;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.contract.StoredRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandmarksToFeaturesTest {
    @TempDir
    Path folder;

    private final FeatureProjection projection = new LearnedNumbers().projection();

    @Test
    void aFaceIsMeasuredAndProjected() throws Exception {
        projection.write(folder.resolve("features.bin"));
        LandmarksToFeatures step = LandmarksToFeatures.of(release(FeatureLayout.hash(), 2249, 33));
        Landmarks face = Faces.of(2);
        assertThat(step.apply(face)).isEqualTo(new Measurement.Measured(projection.project(Faces.measured(face))));
    }

    @Test
    void aFaceWithCoincidingPointsIsUnmeasurable() {
        int[] face = Faces.coordinates(2);
        Landmarks coinciding = Faces.moved(face, 36, face[0], face[1]);
        assertThat(new LandmarksToFeatures(projection).apply(coinciding))
                .isEqualTo(new Measurement.Unmeasurable("angle(0;1,36)"));
    }

    @Test
    void manyThreadsGetTheSameBits() {
        LandmarksToFeatures step = new LandmarksToFeatures(projection);
        List<Measurement> alone =
                IntStream.range(0, 200).mapToObj(i -> step.apply(Faces.of(i))).toList();
        List<Measurement> together = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> step.apply(Faces.of(i)))
                .toList();
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void aReleaseOfOtherFeaturesIsRefused() {
        refuses(release("abc", 2249, 33), "features.layoutHash", FeatureLayout.hash(), "abc");
        refuses(release(FeatureLayout.hash(), 2183, 33), "features.count", "2249", "2183");
        refuses(release(FeatureLayout.hash(), 2249, 31), "features.components", "33", "31");
    }

    private static void refuses(StoredRelease release, String field, String expected, String found) {
        assertThatThrownBy(() -> LandmarksToFeatures.of(release))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContainingAll("release test", field, "computes " + expected, "trained with " + found);
    }

    private StoredRelease release(String hash, int count, int components) {
        FeatureSettings features = new FeatureSettings(hash, count, components, "features.bin", 0.95);
        Release.TileSettings tile = new Release.TileSettings("face-crop", 100, "grey", "area-linear", 1.3, 0, -0.5);
        Release.HeadSettings head = new Release.HeadSettings("head.json");
        return new StoredRelease(
                folder,
                new Release(
                        ReleaseReader.FORMAT_VERSION,
                        "test",
                        Emotion.labels(),
                        tile,
                        features,
                        List.of(),
                        head,
                        Map.of(),
                        NullNode.instance,
                        NullNode.instance));
    }
}
