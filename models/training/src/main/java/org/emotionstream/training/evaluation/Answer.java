package org.emotionstream.training.evaluation;

import java.util.List;
import org.emotionstream.contract.Emotion;

/** What the steps that serve make of one picture. */
sealed interface Answer {
    /**
     * Its best face went the whole way.
     *
     * @param networks the most probable class of each network, model-1 to model-4
     * @param combined the most probable class of the head
     */
    record Answered(List<Emotion> networks, Emotion combined) implements Answer {
        public Answered {
            networks = List.copyOf(networks);
        }
    }

    /**
     * No face of it went the whole way: for the accuracy over all pictures, a wrong answer.
     *
     * @param reason for example {@code no face detected}
     */
    record Unanswered(String reason) implements Answer {}
}
