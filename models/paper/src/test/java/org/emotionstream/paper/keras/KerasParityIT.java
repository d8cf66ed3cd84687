package org.emotionstream.paper.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.features.FeatureLayout;
import org.emotionstream.features.FeatureMeasurer;
import org.emotionstream.features.LandmarksToFeatures;
import org.emotionstream.features.Measurement;
import org.emotionstream.features.RawFeatures;
import org.emotionstream.training.recipe.MadeUpLandmarks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models that Keras builds, trains for a step and saves while the test runs, with random weights, against what
 * is served after their import. Needs a Python that can import TensorFlow or Keras, named by the environment
 * variable EMOTIONSTREAM_PYTHON (else {@code python3}); skipped where there is none.
 */
class KerasParityIT {
    private static final String PYTHON = System.getenv().getOrDefault("EMOTIONSTREAM_PYTHON", "python3");
    private static final String SCRIPT = "make_models.py";

    @TempDir
    Path folder;

    @Test
    void servesWhatKerasAnswers() throws Exception {
        assumeTrue(
                run(PYTHON, "-c", "import h5py, numpy\ntry:\n  import tensorflow\nexcept ImportError:\n  import keras"),
                "skipped: " + PYTHON
                        + " cannot import h5py and tensorflow or keras; EMOTIONSTREAM_PYTHON names another");
        List<Landmarks> faces = MadeUpLandmarks.of(4, 11);
        makeModels(faces);

        Import command = new Import();
        assertThat(command.ofFolder(folder)).as(command.errors.toString()).isZero();
        new ServedAnswers(folder).assertAsKeras();
        assertProjected(faces);
    }

    private void makeModels(List<Landmarks> faces) throws Exception {
        ByteBuffer raw = ByteBuffer.allocate(faces.size() * FeatureLayout.COUNT * Double.BYTES);
        for (Landmarks face : faces) {
            raw.asDoubleBuffer().put(((RawFeatures) FeatureMeasurer.measure(face)).toArray());
            raw.position(raw.position() + FeatureLayout.COUNT * Double.BYTES);
        }
        Files.write(folder.resolve("raw"), raw.array());
        try (InputStream script = KerasParityIT.class.getResourceAsStream(SCRIPT)) {
            Files.copy(script, folder.resolve(SCRIPT));
        }
        String log = "the log of " + SCRIPT;
        assertThat(run(PYTHON, SCRIPT, folder.toString(), "raw"))
                .as(() -> log + ": " + read(folder.resolve("log")))
                .isTrue();
    }

    private void assertProjected(List<Landmarks> faces) {
        LandmarksToFeatures step = LandmarksToFeatures.of(ReleaseReader.read(folder.resolve("imported")));
        Map<String, NpyArray> expected = NumpyFile.read(folder.resolve("expected.npz"), "");
        double[][] projected = expected.get("projected").rows(0, faces.size());
        for (int face = 0; face < faces.size(); face++) {
            Measurement.Measured measured = (Measurement.Measured) step.apply(faces.get(face));
            float[] components = measured.components().toArray();
            for (int i = 0; i < components.length; i++) {
                assertThat((double) components[i])
                        .as("face %d, component %d", face, i)
                        .isCloseTo(projected[face][i], within(1e-5 * Math.max(1, Math.abs(projected[face][i]))));
            }
        }
    }

    private boolean run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
        } catch (IOException e) {
            // No such program on this machine.
            return false;
        }
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
