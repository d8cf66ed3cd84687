package org.emotionstream.training.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.landmarks.LandmarkSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceKeysTest {
    private static final byte[] PICTURE = {1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void everythingThatDecidesTheResultIsInTheKey() throws IOException {
        Path model = Files.writeString(folder.resolve("model"), "a");
        Path other = Files.writeString(folder.resolve("other"), "b");
        LandmarkSettings settings = LandmarkSettings.DEFAULT;
        FaceKeys keys = FaceKeys.of(tile(1.3, -0.5), settings, model, "none");

        assertThat(Set.of(
                        keys.key(PICTURE, 0),
                        keys.key(PICTURE, 1),
                        keys.key(new byte[] {1, 2}, 0),
                        FaceKeys.of(tile(1.4, -0.5), settings, model, "none").key(PICTURE, 0),
                        FaceKeys.of(tile(1.3, -0.4), settings, model, "none").key(PICTURE, 0),
                        FaceKeys.of(tile(1.3, -0.5), settings.withSmallestFace(40), model, "none")
                                .key(PICTURE, 0),
                        FaceKeys.of(tile(1.3, -0.5), settings, other, "none").key(PICTURE, 0),
                        FaceKeys.of(tile(1.3, -0.5), settings, model, "jitter").key(PICTURE, 0)))
                .hasSize(8);
    }

    @Test
    void theSameIsTheSameKeyWhereverTheModelLies() throws IOException {
        Path model = Files.writeString(folder.resolve("model"), "a");
        Path copy = Files.writeString(folder.resolve("copy"), "a");
        assertThat(FaceKeys.of(tile(1.3, -0.5), LandmarkSettings.DEFAULT, model, "none")
                        .key(PICTURE, 2))
                .isEqualTo(FaceKeys.of(tile(1.3, -0.5), LandmarkSettings.DEFAULT, copy, "none")
                        .key(PICTURE.clone(), 2));
    }

    private static TileSettings tile(double margin, double tileThreshold) {
        return new TileSettings("face-crop", 100, "grey", "area-linear", margin, 0, tileThreshold);
    }
}
