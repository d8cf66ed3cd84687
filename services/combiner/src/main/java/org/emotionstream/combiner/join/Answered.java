package org.emotionstream.combiner.join;

import java.time.Instant;
import org.emotionstream.schemas.EmotionDistributions;

/** All four networks have answered for the image, at once or by amendments: whatever comes is a duplicate. */
public record Answered() implements ImageState {
    @Override
    public JoinOutcome arrive(EmotionDistributions message, Instant at) {
        return new JoinOutcome.Duplicate();
    }
}
