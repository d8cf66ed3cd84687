package org.emotionstream.featurizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.configuration.Settings;
import org.junit.jupiter.api.Test;

class FeaturizerConfigurationTest {
    @Test
    void defaults() {
        assertThat(Settings.read(FeaturizerConfiguration.class, Map.of()).threads())
                .isEqualTo(1);
    }

    @Test
    void everyKeyIsMapped() {
        assertThat(Settings.read(FeaturizerConfiguration.class, Map.of("featurizer.threads", "3"))
                        .threads())
                .isEqualTo(3);
    }

    @Test
    void whatCannotWorkIsNamed() {
        assertThatThrownBy(() -> FeaturizerMain.settings(Map.of("featurizer.threads", "0")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("featurizer.threads");
    }
}
