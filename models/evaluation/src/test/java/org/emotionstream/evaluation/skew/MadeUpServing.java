package org.emotionstream.evaluation.skew;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.CombinedEmotion;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.evaluation.pictures.EncodedPicture;

/** Serving that a test makes up: from pixels and search to faces. */
final class MadeUpServing {
    private MadeUpServing() {}

    /** From the pixels of a picture to its faces. */
    interface Eye {
        List<Sighting> faces(Mat pixels, Search search);
    }

    static Serving of(Eye eye) {
        return (picture, search) -> {
            try (PointerScope scope = new PointerScope()) {
                return eye.faces(EncodedPicture.pixels(picture), search);
            }
        };
    }

    static Sighting face(BoundingBox box, double score, Emotion emotion, double probability) {
        float[] probabilities = new float[Emotion.COUNT];
        Arrays.fill(probabilities, (float) ((1 - probability) / (Emotion.COUNT - 1)));
        probabilities[emotion.ordinal()] = (float) probability;
        return new Sighting(
                box,
                (float) score,
                Optional.of(new CombinedEmotion(EmotionDistribution.of(probabilities), verdict(emotion, probability))));
    }

    static Sighting face(BoundingBox box, Emotion emotion, double probability) {
        return face(box, 1, emotion, probability);
    }

    /** A box that cannot be measured. */
    static Sighting unmeasured(BoundingBox box) {
        return new Sighting(box, 1, Optional.empty());
    }

    private static CombinedEmotion.Verdict verdict(Emotion emotion, double probability) {
        if (probability < 0.5) {
            return CombinedEmotion.Verdict.UNCERTAIN;
        }
        return emotion == Emotion.NO_FACE ? CombinedEmotion.Verdict.NOT_A_FACE : CombinedEmotion.Verdict.EMOTION;
    }
}
