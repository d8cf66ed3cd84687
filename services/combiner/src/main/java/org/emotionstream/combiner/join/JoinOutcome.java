package org.emotionstream.combiner.join;

import java.util.List;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.schemas.EmotionDistributions;

/** What an arrival, or the deadline, makes of an image. */
public sealed interface JoinOutcome {
    /** Not all networks have answered: the join stays open, as this. */
    record Waiting(OpenJoin join) implements JoinOutcome {}

    /** An answer is due. */
    sealed interface Due extends JoinOutcome {
        /** What the answer rests on: one message a network, of one {@link Attempt}, in the order of the networks. */
        List<EmotionDistributions> distributions();

        /** Whether networks are missing from it. */
        boolean partial();

        /** 1 for the first answer for an image. */
        default int revision() {
            return 1;
        }
    }

    /** All four networks have answered. */
    record Complete(List<EmotionDistributions> distributions) implements Due {
        @Override
        public boolean partial() {
            return false;
        }
    }

    /** The deadline has passed with one to three networks. */
    record Partial(List<EmotionDistributions> distributions) implements Due {
        @Override
        public boolean partial() {
            return true;
        }
    }

    /** A network came after a partial answer, within the horizon: the next revision is due. */
    record Amendment(List<EmotionDistributions> distributions, int revision) implements Due {
        @Override
        public boolean partial() {
            return distributions.size() < Topics.MODELS.size();
        }
    }

    /** This network has answered for this image before: to be dropped. */
    record Duplicate() implements JoinOutcome {}

    /** The image was answered by another attempt, which is never mixed with this one: to be dropped. */
    record OtherAttempt() implements JoinOutcome {}

    /** The image is older than the horizon: nothing is opened or amended any more. */
    record Expired() implements JoinOutcome {}
}
