package org.emotionstream.landmarker;

import org.emotionstream.events.configuration.ConfigurationException;
import org.emotionstream.landmarks.LandmarkSettings;

/** Refuses settings that are of the right type and cannot work. */
final class LandmarkerSettings {
    private LandmarkerSettings() {}

    /**
     * These settings.
     *
     * @throws ConfigurationException when one is out of its range, naming it
     */
    static LandmarkerConfiguration check(LandmarkerConfiguration settings) {
        if (settings.threads() < 1) {
            throw new ConfigurationException("landmarker.threads: expected at least 1, found " + settings.threads());
        }
        try {
            LandmarkSettings.DEFAULT.withSmallestFace(settings.smallestFace());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("landmarker.smallest-face: " + e.getMessage());
        }
        return settings;
    }
}
