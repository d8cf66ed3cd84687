package org.emotionstream.events.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessDefaultsTest {
    private final String before = System.getProperty(ProcessDefaults.HOST_NAME);

    @AfterEach
    void asItWas() {
        if (before == null) {
            System.clearProperty(ProcessDefaults.HOST_NAME);
        } else {
            System.setProperty(ProcessDefaults.HOST_NAME, before);
        }
    }

    @Test
    void theLogManagerGetsTheKernelsNameOfThisMachine() throws Exception {
        System.clearProperty(ProcessDefaults.HOST_NAME);
        ProcessDefaults.apply();
        assertThat(System.getProperty(ProcessDefaults.HOST_NAME))
                .isEqualTo(
                        Files.readString(Path.of("/proc/sys/kernel/hostname")).strip());
    }

    @Test
    void anOperatorsNameOfThisMachineWins() {
        System.setProperty(ProcessDefaults.HOST_NAME, "camera-hall");
        ProcessDefaults.apply();
        assertThat(System.getProperty(ProcessDefaults.HOST_NAME)).isEqualTo("camera-hall");
    }
}
