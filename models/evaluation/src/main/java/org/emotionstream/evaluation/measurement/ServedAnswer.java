package org.emotionstream.evaluation.measurement;

import java.util.List;
import org.emotionstream.contract.CombinedEmotion;
import org.emotionstream.contract.EmotionDistribution;

/** What the steps that serve make of one picture. */
public sealed interface ServedAnswer {
    /**
     * Its best face went the whole way.
     *
     * @param networks what each network answered, model-1 to model-4
     * @param combined what the head makes of all four
     * @param withoutOne what the head makes of three: without model-1, without model-2, and so on; empty where
     *     nobody asked
     * @param faceSide the longer side of the face's box in pixels of the upright picture
     * @param detectorScore how sure the detector was
     */
    record Answered(
            List<EmotionDistribution> networks,
            CombinedEmotion combined,
            List<CombinedEmotion> withoutOne,
            int faceSide,
            double detectorScore)
            implements ServedAnswer {
        public Answered {
            networks = List.copyOf(networks);
            withoutOne = List.copyOf(withoutOne);
        }
    }

    /**
     * No face of it went the whole way: for the accuracy over all pictures, a wrong answer.
     *
     * @param reason for example {@code no face detected}
     */
    record Unanswered(String reason) implements ServedAnswer {}
}
