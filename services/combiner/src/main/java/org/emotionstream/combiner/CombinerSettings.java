package org.emotionstream.combiner;

import java.time.Duration;
import org.emotionstream.events.configuration.ConfigurationException;

/** Refuses settings that are of the right type and cannot work. */
final class CombinerSettings {
    private static final Duration LEAST = Duration.ofMillis(1);

    private CombinerSettings() {}

    /**
     * These settings.
     *
     * @throws ConfigurationException when one is out of its range, naming it
     */
    static CombinerConfiguration check(CombinerConfiguration settings) {
        atLeast("combiner.deadline", LEAST, settings.deadline());
        atLeast("combiner.commit-interval", LEAST, settings.commitInterval());
        if (settings.threads() < 1) {
            throw new ConfigurationException("combiner.threads: expected at least 1, found " + settings.threads());
        }
        if (settings.standbyReplicas() < 0) {
            throw new ConfigurationException(
                    "combiner.standby-replicas: expected at least 0, found " + settings.standbyReplicas());
        }
        return settings;
    }

    private static void atLeast(String key, Duration least, Duration found) {
        if (found.compareTo(least) < 0) {
            throw new ConfigurationException(key + ": expected at least " + least + ", found " + found);
        }
    }
}
