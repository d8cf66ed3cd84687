package org.emotionstream.combiner.join;

import java.util.List;
import java.util.stream.Stream;
import org.emotionstream.schemas.EmotionDistributions;

/**
 * The image was answered when its deadline passed; networks that come later amend the answer.
 *
 * @param revision of the answer so far
 * @param distributions that it rests on, of one {@link Attempt}, in the order of the networks
 */
public record PartialAnswer(int revision, List<EmotionDistributions> distributions) {
    public PartialAnswer {
        distributions = List.copyOf(distributions);
        if (distributions.isEmpty()) {
            throw new IllegalArgumentException("a partial answer rests on at least one message");
        }
    }

    /** One network's distributions arrive. */
    public JoinOutcome arrive(EmotionDistributions message) {
        if (!Attempt.of(message).equals(Attempt.of(distributions.get(0)))) {
            return new JoinOutcome.OtherAttempt();
        }
        if (distributions.stream().anyMatch(earlier -> earlier.getModel().equals(message.getModel()))) {
            return new JoinOutcome.Duplicate();
        }
        return new JoinOutcome.Amendment(
                OpenJoin.inModelOrder(Stream.concat(distributions.stream(), Stream.of(message))), revision + 1);
    }
}
