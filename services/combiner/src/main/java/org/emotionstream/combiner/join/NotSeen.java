package org.emotionstream.combiner.join;

import java.time.Instant;
import java.util.List;
import org.emotionstream.schemas.EmotionDistributions;

/** Nothing has arrived for this image, within the horizon. */
public record NotSeen() implements ImageState {
    @Override
    public JoinOutcome arrive(EmotionDistributions message, Instant at) {
        return new JoinOutcome.Waiting(new OpenJoin(at, List.of(message)));
    }
}
