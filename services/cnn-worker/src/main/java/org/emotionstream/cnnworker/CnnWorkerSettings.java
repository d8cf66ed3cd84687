package org.emotionstream.cnnworker;

import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.events.configuration.Topics;

/** Refuses settings that are of the right type and cannot work. */
final class CnnWorkerSettings {
    private CnnWorkerSettings() {}

    /**
     * These settings.
     *
     * @throws ConfigurationException when one is out of its range, naming it
     */
    static CnnWorkerConfiguration check(CnnWorkerConfiguration settings) {
        if (settings.threads() < 1) {
            throw new ConfigurationException("cnn-worker.threads: expected at least 1, found " + settings.threads());
        }
        if (!Topics.MODELS.contains(settings.model())) {
            throw new ConfigurationException(
                    "cnn-worker.model: expected one of " + Topics.MODELS + ", found \"" + settings.model() + "\"");
        }
        return settings;
    }
}
