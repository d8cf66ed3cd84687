package org.emotionstream.paper.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.Tile;
import org.emotionstream.networks.FeaturesToDistribution;
import org.emotionstream.training.network.PaperArchitecture;

/** Holds what the steps that serve answer with an imported release against what Keras has answered. */
final class ServedAnswers {
    private static final double TOLERANCE = 1e-5;

    private final StoredRelease release;
    private final Map<String, NpyArray> expected;

    ServedAnswers(Path folder) {
        release = ReleaseReader.read(folder.resolve("imported"));
        expected = NumpyFile.read(folder.resolve("expected.npz"), "");
    }

    void assertAsKeras() {
        double[][] tiles = rows("tiles");
        double[][] components = rows("components");
        double[][] combined = rows("combined");
        assertThat(tiles.length).isGreaterThan(1);
        List<List<EmotionDistribution>> answers = new ArrayList<>();
        for (int face = 0; face < tiles.length; face++) {
            answers.add(new ArrayList<>());
        }
        for (PaperArchitecture architecture : PaperArchitecture.values()) {
            double[][] ofNetwork = rows(architecture.label());
            try (FeaturesToDistribution network = FeaturesToDistribution.of(release, architecture.label())) {
                for (int face = 0; face < tiles.length; face++) {
                    EmotionDistribution answer =
                            network.apply(tile(tiles[face]), FeatureVector.of(floats(components[face])));
                    assertClose(architecture.label(), answer, ofNetwork[face]);
                    answers.get(face).add(answer);
                }
            }
        }
        for (int face = 0; face < tiles.length; face++) {
            assertClose("combined", combined(answers.get(face)), combined[face]);
        }
    }

    private EmotionDistribution combined(List<EmotionDistribution> answers) {
        return DistributionsToEmotion.of(release).applyToAll(answers).distribution();
    }

    private double[][] rows(String name) {
        NpyArray array = expected.get(name);
        return array.rows(0, array.shape().get(0));
    }

    private static void assertClose(String what, EmotionDistribution answer, double[] keras) {
        float[] probabilities = answer.toArray();
        for (int i = 0; i < keras.length; i++) {
            assertThat((double) probabilities[i])
                    .as("%s, probability %d", what, i)
                    .isCloseTo(keras[i], within(TOLERANCE));
        }
    }

    private static Tile tile(double[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (int) values[i];
        }
        return Tile.owning(bytes);
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
