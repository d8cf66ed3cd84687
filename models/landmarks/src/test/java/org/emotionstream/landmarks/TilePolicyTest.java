package org.emotionstream.landmarks;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.contract.ReleaseException;
import org.junit.jupiter.api.Test;

/** A release that asks for a tile that is not computed here is refused, and both sides are named. */
class TilePolicyTest {
    @Test
    void policy() {
        refused(
                new TileSettings("aligned", 100, "grey", "area-linear", 1.3, 0, 0),
                "tile.policy = aligned",
                "face-crop");
    }

    @Test
    void size() {
        refused(new TileSettings("face-crop", 96, "grey", "area-linear", 1.3, 0, 0), "tile.size = 96", "100");
    }

    @Test
    void colour() {
        refused(new TileSettings("face-crop", 100, "rgb", "area-linear", 1.3, 0, 0), "tile.colour = rgb", "bgr");
    }

    @Test
    void interpolation() {
        refused(new TileSettings("face-crop", 100, "grey", "cubic", 1.3, 0, 0), "interpolation = cubic", "area-linear");
    }

    @Test
    void margin() {
        refused(new TileSettings("face-crop", 100, "grey", "linear", 12, 0, 0), "tile.margin = 12.0", "0.5 to 2.0");
        refused(new TileSettings("whole-picture", 100, "grey", "linear", 1.3, 0, 0), "= 1.3", "0.0 to 0.0");
    }

    @Test
    void thresholds() {
        refused(
                new TileSettings("face-crop", 100, "grey", "linear", 1.3, Double.NaN, 0),
                "frameThreshold = NaN",
                "-10");
        refused(new TileSettings("face-crop", 100, "grey", "linear", 1.3, 0, Double.NaN), "tileThreshold = NaN", "-10");
    }

    private static void refused(TileSettings settings, String asked, String computed) {
        assertThatExceptionOfType(ReleaseException.class)
                .isThrownBy(() -> TilePolicy.of(settings))
                .withMessageContaining(asked)
                .withMessageContaining(computed);
    }
}
