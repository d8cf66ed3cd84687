package org.emotionstream.combiner.join;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.emotionstream.events.Topics;
import org.emotionstream.schemas.EmotionDistributions;

/**
 * The image has its answer.
 *
 * @param modelBits which networks took part: bit 0 for model-1 to bit 3 for model-4
 */
public record Answered(byte modelBits) implements ImageState {
    /** An answer that rests on these messages. */
    public static Answered by(Collection<EmotionDistributions> distributions) {
        int bits = 0;
        for (EmotionDistributions message : distributions) {
            bits |= bit(message);
        }
        return new Answered((byte) bits);
    }

    /** A network that took part says it again; one that did not comes too late. */
    @Override
    public JoinOutcome arrive(EmotionDistributions message, Instant at) {
        return (modelBits & bit(message)) == 0 ? new JoinOutcome.Late() : new JoinOutcome.Duplicate();
    }

    private static int bit(EmotionDistributions message) {
        List<String> models = Topics.MODELS;
        return 1 << models.indexOf(message.getModel());
    }
}
