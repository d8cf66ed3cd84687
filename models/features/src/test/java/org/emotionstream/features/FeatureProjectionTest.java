package org.emotionstream.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.emotionstream.contract.ReleaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureProjectionTest {
    private static final int NUMBERS = 35 * 2249;

    @TempDir
    Path folder;

    private final LearnedNumbers learned = new LearnedNumbers();

    @Test
    void projectsStandardisedFeaturesOnEachComponent() {
        RawFeatures features = Faces.measured(Faces.of(3));
        float[] projected = learned.projection().project(features).toArray();
        for (int row = 0; row < 33; row++) {
            double expected = 0;
            for (int i = 0; i < FeatureLayout.COUNT; i++) {
                expected += learned.components[row][i] * ((features.get(i) - learned.mean[i]) / learned.scale[i]);
            }
            assertThat((double) projected[row]).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void theFileGivesBackTheSameBits() throws Exception {
        Path file = folder.resolve("features.bin");
        learned.projection().write(file);
        RawFeatures features = Faces.measured(Faces.of(3));
        assertThat(FeatureProjection.read(file).project(features))
                .isEqualTo(learned.projection().project(features));
    }

    @Test
    void theFileIsMeanThenScaleThenRowsBigEndian() throws Exception {
        Path file = folder.resolve("features.bin");
        learned.projection().write(file);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        assertThat(bytes.capacity()).isEqualTo(629_720);
        assertThat(bytes.getDouble(0)).isEqualTo(learned.mean[0]);
        assertThat(bytes.getDouble(8 * 2249)).isEqualTo(learned.scale[0]);
        assertThat(bytes.getDouble(8 * 2 * 2249)).isEqualTo(learned.components[0][0]);
        assertThat(bytes.getDouble(8 * (NUMBERS - 1))).isEqualTo(learned.components[32][2248]);
    }

    @Test
    void aFileOfAnotherSizeIsRefused() throws Exception {
        Path file = Files.write(folder.resolve("features.bin"), new byte[629_719]);
        assertThatThrownBy(() -> FeatureProjection.read(file))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContainingAll(file.toString(), "expected 629720 bytes", "found 629719");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> FeatureProjection.read(folder.resolve("features.bin")))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContainingAll(
                        "cannot read", folder.resolve("features.bin").toString());
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() throws Exception {
        refuses(8 * 3, Double.NaN, "mean number 3 of 2249 (for ratio(left-brow-height/eyes-width)) to be NaN");
        refuses(8 * (2249 + 5), Double.POSITIVE_INFINITY, "scale number 5 of 2249 (for angle(0;1,17)) to be Infinity");
        refuses(8 * (NUMBERS - 1), Double.NaN, "component number 74216 of 74217 (for angle(8;9,59)) to be NaN");
    }

    @Test
    void aScaleOfZeroIsRefused() throws Exception {
        refuses(8 * 2249, 0, "the scale of ratio(mouth-height/mouth-width) must be greater than 0, found 0.0");
    }

    @Test
    void wrongLengthsAreRefused() {
        assertThatThrownBy(() -> FeatureProjection.of(new double[7], learned.scale, learned.components))
                .hasMessage("expected 2249 means, found 7");
        assertThatThrownBy(() -> FeatureProjection.of(learned.mean, new double[8], learned.components))
                .hasMessage("expected 2249 scales, found 8");
        assertThatThrownBy(
                        () -> FeatureProjection.of(learned.mean, learned.scale, Arrays.copyOf(learned.components, 32)))
                .hasMessage("expected 33 components, found 32");
        learned.components[4] = new double[2248];
        assertThatThrownBy(learned::projection).hasMessage("expected 2249 weights of component 4, found 2248");
    }

    private void refuses(int offset, double number, String message) throws Exception {
        Path file = folder.resolve("features.bin");
        learned.projection().write(file);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putDouble(offset, number);
        Files.write(file, bytes);
        assertThatThrownBy(() -> FeatureProjection.read(file))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContainingAll(file.toString(), message);
    }
}
