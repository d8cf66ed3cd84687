package org.emotionstream.featurizer;

import org.emotionstream.events.configuration.ConfigurationException;

/** Refuses settings that are of the right type and cannot work. */
final class FeaturizerSettings {
    private FeaturizerSettings() {}

    /**
     * These settings.
     *
     * @throws ConfigurationException when one is out of its range, naming it
     */
    static FeaturizerConfiguration check(FeaturizerConfiguration settings) {
        if (settings.threads() < 1) {
            throw new ConfigurationException("featurizer.threads: expected at least 1, found " + settings.threads());
        }
        return settings;
    }
}
