package org.emotionstream.contract;

/**
 * What the head makes of the networks' distributions for one face.
 *
 * @param distribution the nine combined probabilities
 * @param verdict what an analyst may conclude from them
 */
public record CombinedEmotion(EmotionDistribution distribution, Verdict verdict) {
    /** What the combined probabilities say. */
    public enum Verdict {
        /** The most probable class is an emotion, and probable enough. */
        EMOTION,
        /** The most probable class is {@link Emotion#NO_FACE}: the detector was wrong. */
        NOT_A_FACE,
        /** No class reaches the confidence that the release asks for. */
        UNCERTAIN
    }
}
