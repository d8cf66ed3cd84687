package org.emotionstream.landmarker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.emotionstream.events.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;

class LandmarkerConfigurationTest {
    @Test
    void defaults() {
        LandmarkerConfiguration settings = LandmarkerMain.settings(Map.of());

        assertThat(settings.smallestFace()).isEqualTo(80);
        assertThat(settings.landmarkModel())
                .isEqualTo(Path.of("/usr/share/dlib/shape_predictor_68_face_landmarks.dat"));
        assertThat(settings.release()).isEmpty();
        assertThat(settings.inputTopic()).isEmpty();
        assertThat(settings.threads()).isEqualTo(2);
        assertThat(settings.stateDirectory()).isEqualTo(Path.of(".emotionstream", "landmarker"));
        assertThat(settings.rejectedPixels()).isTrue();
    }

    @Test
    void everyKeyIsMapped() {
        LandmarkerConfiguration settings = read(
                "landmarker.smallest-face", "40",
                "landmarker.landmark-model", "points.dat",
                "landmarker.release", "other",
                "landmarker.input-topic", "images.raw",
                "landmarker.threads", "3",
                "landmarker.state-directory", "elsewhere",
                "landmarker.rejected-pixels", "false");

        assertThat(settings.smallestFace()).isEqualTo(40);
        assertThat(settings.landmarkModel()).isEqualTo(Path.of("points.dat"));
        assertThat(settings.release()).contains("other");
        assertThat(settings.inputTopic()).contains("images.raw");
        assertThat(settings.threads()).isEqualTo(3);
        assertThat(settings.stateDirectory()).isEqualTo(Path.of("elsewhere"));
        assertThat(settings.rejectedPixels()).isFalse();
    }

    @Test
    void whatCannotWorkIsNamed() {
        assertThatThrownBy(() -> read("landmarker.smallest-face", "39"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("landmarker.smallest-face")
                .hasMessageContaining("39");
        assertThatThrownBy(() -> read("landmarker.threads", "0"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("landmarker.threads");
    }

    private static LandmarkerConfiguration read(String... keysAndValues) {
        Map<String, String> settings = new java.util.HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return LandmarkerMain.settings(settings);
    }
}
