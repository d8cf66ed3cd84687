package org.emotionstream.cnnworker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.configuration.Settings;
import org.junit.jupiter.api.Test;

class CnnWorkerConfigurationTest {
    @Test
    void theModelMustBeSaid() {
        assertThatThrownBy(() -> Settings.read(CnnWorkerConfiguration.class, Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cnn-worker.model");
    }

    @Test
    void everyKeyIsMapped() {
        CnnWorkerConfiguration settings = read("model-3", "2");

        assertThat(settings.model()).isEqualTo("model-3");
        assertThat(settings.threads()).isEqualTo(2);
    }

    @Test
    void defaults() {
        assertThat(Settings.read(CnnWorkerConfiguration.class, Map.of("cnn-worker.model", "model-1"))
                        .threads())
                .isEqualTo(1);
    }

    @Test
    void whatCannotWorkIsNamed() {
        assertThatThrownBy(() -> read("model-5", "1"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cnn-worker.model")
                .hasMessageContaining("model-5")
                .hasMessageContaining("model-1");
        assertThatThrownBy(() -> read("model-1", "0")).hasMessageContaining("cnn-worker.threads");
    }

    private static CnnWorkerConfiguration read(String model, String threads) {
        return CnnWorkerMain.settings(Map.of("cnn-worker.model", model, "cnn-worker.threads", threads));
    }
}
