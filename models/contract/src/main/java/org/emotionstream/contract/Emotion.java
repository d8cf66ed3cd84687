package org.emotionstream.contract;

import java.util.Arrays;
import java.util.List;

/**
 * The nine classes of the paper (section 3.1), in the order in which every distribution holds its
 * probabilities. The order is part of the wire contract and of every release.
 */
public enum Emotion {
    NEUTRAL("neutral"),
    HAPPY("happy"),
    SAD("sad"),
    SURPRISE("surprise"),
    FEAR("fear"),
    DISGUST("disgust"),
    ANGER("anger"),
    CONTEMPT("contempt"),
    /** What the detector took for a face and is none; an answer of the networks, not of the detector. */
    NO_FACE("no-face");

    /** How many classes there are: 9. */
    public static final int COUNT = 9;

    private final String label;

    Emotion(String label) {
        this.label = label;
    }

    /** The name that people and files use, for example {@code no-face}. */
    public String label() {
        return label;
    }

    /** The nine labels in ordinal order. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Emotion::label).toList();
    }

    /**
     * The class with this label.
     *
     * @throws IllegalArgumentException when there is none, naming the nine that exist
     */
    public static Emotion ofLabel(String label) {
        return Arrays.stream(values())
                .filter(emotion -> emotion.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no emotion \"" + label + "\"; the nine classes are " + labels()));
    }
}
