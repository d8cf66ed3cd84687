package org.emotionstream.combiner.join;

import java.time.Instant;
import org.emotionstream.schemas.EmotionDistributions;

/** What the combiner knows of an image. */
public sealed interface ImageState permits NotSeen, OpenJoin, PartialAnswer, Answered, TooOld {
    /**
     * What the arrival of one network's distributions for this image means.
     *
     * @param at when they arrived, by the clock of the broker
     */
    JoinOutcome arrive(EmotionDistributions message, Instant at);
}
