package org.emotionstream.paper.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.features.FeatureLayout;
import org.emotionstream.features.FeatureMeasurer;
import org.emotionstream.features.RawFeatures;
import org.emotionstream.training.recipe.MadeUpLandmarks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalerAndComponentsTest {
    private static final String ROW = "(2249,)";
    private static final String ROWS = "(33, 2249)";

    @TempDir
    Path folder;

    private final Random random = new Random(5);
    private final double[] mean = numbers(FeatureLayout.COUNT, -1, 1);
    private final double[] scale = numbers(FeatureLayout.COUNT, 0.5, 2);
    private final double[] pcaMean = numbers(FeatureLayout.COUNT, -1, 1);
    private final double[] components = numbers(33 * FeatureLayout.COUNT, -0.05, 0.05);
    private Path scaler;
    private Path pca;

    @BeforeEach
    void files() throws IOException {
        scaler = NumpyFiles.npz(
                folder.resolve("scaler.npz"),
                Map.of("mean", NumpyFiles.npy(ROW, mean), "scale", NumpyFiles.npy(ROW, scale)));
        pca = pca(Map.of());
    }

    @Test
    void projectsAsScalerAndPcaOneAfterTheOther() {
        ScalerAndComponents read = ScalerAndComponents.read(scaler, pca);
        assertProjects(read);
        assertThat(read.explainedVariance()).isEmpty();
    }

    @Test
    void readsSingleArraysToo() throws IOException {
        Path rows = Files.write(folder.resolve("scaler.npy"), NumpyFiles.npy("(2, 2249)", joined(mean, scale)));
        Path all = Files.write(folder.resolve("pca.npy"), NumpyFiles.npy("(34, 2249)", joined(pcaMean, components)));
        assertProjects(ScalerAndComponents.read(rows, all));
        refused(all, pca, all + ": expected the mean and then scale as rows, [2, 2249], found [34, 2249]");
    }

    @Test
    void addsUpWhatTheComponentsExplain() throws IOException {
        Path explained = pca(Map.of("explained_variance_ratio", NumpyFiles.npy("(3,)", 0.5, 0.25, 0.125)));
        assertThat(ScalerAndComponents.read(scaler, explained).explainedVariance())
                .hasValue(0.875);
        Path wrong = pca(Map.of("explained_variance_ratio", NumpyFiles.npy("(2,)", 0.9, 0.25)));
        refused(scaler, wrong, "explained_variance_ratio: expected a sum in (0, 1], found 1.15");
    }

    @Test
    void aPickleIsNotReadAndTheLineThatHelpsIsShown() throws IOException {
        Path pickle = Files.write(folder.resolve("scaler.pkl"), new byte[] {(byte) 0x80, 4, (byte) 0x95, 1, 2, 3, 4});
        refused(
                pickle,
                pca,
                "A pickle (.pkl, .joblib) cannot be read safely; write it anew in Python:\n"
                        + "  np.savez(\"scaler.npz\", mean=scaler.mean_, scale=scaler.scale_)");
        refused(scaler, Files.write(folder.resolve("empty"), new byte[0]), "np.savez(\"pca.npz\", mean=pca.mean_");
    }

    @Test
    void whatIsMissingOrOfAnotherShapeIsNamed() throws IOException {
        refused(pca, pca, pca + ": expected an array \"scale\", found [components, mean]");
        Path many = NumpyFiles.npz(
                folder.resolve("many.npz"),
                Map.of(
                        "mean", NumpyFiles.npy(ROW, pcaMean),
                        "components", NumpyFiles.npy("(31, 2249)", numbers(31 * FeatureLayout.COUNT, 0, 1))));
        refused(scaler, many, "a release holds exactly 33 principal components, here are 31. Fit PCA(n_components=33)");
        Path few = NumpyFiles.npz(
                folder.resolve("few.npz"),
                Map.of("mean", NumpyFiles.npy("(2183,)", new double[2183]), "scale", NumpyFiles.npy(ROW, scale)));
        refused(few, pca, "array \"mean\": expected the shape [2249], found [2183]");
        Path flat = NumpyFiles.npz(
                folder.resolve("flat.npz"),
                Map.of("mean", NumpyFiles.npy(ROW, mean), "scale", NumpyFiles.npy(ROW, new double[2249])));
        refused(flat, pca, flat + ": the scale of ");
        byte[] cut = java.util.Arrays.copyOf(Files.readAllBytes(scaler), 400);
        refused(Files.write(folder.resolve("cut.npz"), cut), pca, "cannot read " + folder.resolve("cut.npz"));
    }

    private void assertProjects(ScalerAndComponents read) {
        Landmarks face = MadeUpLandmarks.of(1, 3).get(0);
        RawFeatures features = (RawFeatures) FeatureMeasurer.measure(face);
        FeatureVector projected = read.projection().project(features);
        for (int row = 0; row < 33; row++) {
            double expected = 0;
            for (int i = 0; i < FeatureLayout.COUNT; i++) {
                expected += components[row * FeatureLayout.COUNT + i]
                        * ((features.get(i) - mean[i]) / scale[i] - pcaMean[i]);
            }
            assertThat((double) projected.toArray()[row]).isCloseTo(expected, within(1e-5));
        }
    }

    private Path pca(Map<String, byte[]> more) throws IOException {
        Map<String, byte[]> arrays = new java.util.TreeMap<>(more);
        arrays.put("mean", NumpyFiles.npy(ROW, pcaMean));
        arrays.put("components", NumpyFiles.npy(ROWS, components));
        return NumpyFiles.npz(folder.resolve("pca" + more.hashCode() + ".npz"), arrays);
    }

    private static void refused(Path scaler, Path pca, String message) {
        assertThatThrownBy(() -> ScalerAndComponents.read(scaler, pca))
                .isInstanceOf(KerasException.class)
                .hasMessageContaining(message);
    }

    private double[] numbers(int count, double least, double most) {
        return random.doubles(count, least, most).toArray();
    }

    private static double[] joined(double[] first, double[] second) {
        return DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(second))
                .toArray();
    }
}
