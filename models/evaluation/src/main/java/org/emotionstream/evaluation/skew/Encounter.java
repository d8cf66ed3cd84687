package org.emotionstream.evaluation.skew;

import java.util.Optional;
import org.emotionstream.contract.EmotionDistribution;

/**
 * One face in two guises.
 *
 * @param first what serving answers for it in the first; empty when it is not found there, or not measured
 * @param second likewise
 */
record Encounter(Optional<EmotionDistribution> first, Optional<EmotionDistribution> second) {
    static Encounter of(Optional<Sighting> first, Optional<Sighting> second) {
        return new Encounter(first.flatMap(Encounter::probabilities), second.flatMap(Encounter::probabilities));
    }

    /** Whether it was found and answered in both. */
    boolean both() {
        return first.isPresent() && second.isPresent();
    }

    /** Whether its most probable class is the same in both. */
    boolean kept() {
        return first.orElseThrow().mostProbable() == second.orElseThrow().mostProbable();
    }

    /** The total variation, in [0, 1]. */
    double change() {
        return first.orElseThrow().totalVariation(second.orElseThrow());
    }

    private static Optional<EmotionDistribution> probabilities(Sighting sighting) {
        return sighting.answer().map(answer -> answer.distribution());
    }
}
