package org.emotionstream.combiner.join;

import java.time.Instant;
import org.emotionstream.schemas.EmotionDistributions;

/** The image entered longer ago than the horizon, and whether it was answered may be forgotten. */
public record TooOld() implements ImageState {
    @Override
    public JoinOutcome arrive(EmotionDistributions message, Instant at) {
        return new JoinOutcome.Expired();
    }
}
