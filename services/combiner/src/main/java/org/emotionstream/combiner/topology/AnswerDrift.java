package org.emotionstream.combiner.topology;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.emotionstream.contract.CombinedEmotion;
import org.emotionstream.contract.CombinedEmotion.Verdict;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.drift.DriftObserver;
import org.emotionstream.schemas.FaceEmotion;
import org.emotionstream.schemas.ImageEmotions;

/** Puts the faces of an answer into the buckets of what is watched for drift. */
final class AnswerDrift {
    private AnswerDrift() {}

    static void observe(ImageEmotions answer, DriftObserver observer) {
        for (FaceEmotion face : answer.getFaces()) {
            switch (face.getStatus()) {
                case emotion -> answered(face, Verdict.EMOTION, observer);
                case not_a_face -> answered(face, Verdict.NOT_A_FACE, observer);
                case uncertain -> answered(face, Verdict.UNCERTAIN, observer);
                case unmeasurable -> observer.unmeasurable();
                case failed -> observer.failed();
            }
        }
    }

    private static void answered(FaceEmotion face, Verdict verdict, DriftObserver observer) {
        EmotionDistribution combined = EmotionDistribution.ofBytes(face.getProbabilities());
        observer.answered(new CombinedEmotion(combined, verdict), networks(face.getModelProbabilities()));
    }

    /** Of a network that failed on this face there are zeros, which are no distribution. */
    private static List<EmotionDistribution> networks(ByteBuffer packed) {
        List<EmotionDistribution> networks = new ArrayList<>();
        for (int at = packed.position(); at < packed.limit(); at += EmotionDistribution.BYTES) {
            ByteBuffer one = packed.slice(at, EmotionDistribution.BYTES);
            if (one.mismatch(ByteBuffer.allocate(EmotionDistribution.BYTES)) >= 0) {
                networks.add(EmotionDistribution.ofBytes(one));
            }
        }
        return networks;
    }
}
