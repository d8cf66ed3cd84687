package org.emotionstream.combiner.join;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.contract.CombinedEmotion;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.drift.DriftObserver;
import org.emotionstream.events.wire.Limits;
import org.emotionstream.schemas.Emotion;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.FaceDistribution;
import org.emotionstream.schemas.FaceEmotion;
import org.emotionstream.schemas.FaceStatus;
import org.emotionstream.schemas.StepStatus;

/**
 * Makes the answer for one face. Where at least one network has probabilities for it, the head for exactly
 * those that have combines them; where none has, the face is unmeasurable, or failed, for the reason that
 * the chain gave.
 */
final class FaceToEmotion {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final DistributionsToEmotion head;
    private final Optional<DriftObserver> drift;

    /** @param drift counts each face */
    FaceToEmotion(DistributionsToEmotion head, Optional<DriftObserver> drift) {
        this.head = head;
        this.drift = drift;
    }

    /**
     * The answer for the face at this index of these messages.
     *
     * @param distributions of one attempt, one a network, in the order of the networks
     */
    FaceEmotion apply(int index, List<EmotionDistributions> distributions) {
        List<FaceDistribution> ofModels = distributions.stream()
                .map(message -> message.getFaces().get(index))
                .toList();
        FaceEmotion face = new FaceEmotion();
        face.setBox(ofModels.get(0).getBox());
        face.setScore(ofModels.get(0).getScore());
        Map<String, EmotionDistribution> measured = measured(index, distributions);
        if (measured.isEmpty()) {
            return unanswered(face, ofModels);
        }
        face.setReason(reasons(index, distributions).orElse(null));
        face.setModelProbabilities(packed(ofModels));
        CombinedEmotion combined = head.apply(measured);
        drift.ifPresent(observer -> observer.answered(combined, measured.values()));
        return answered(face, combined);
    }

    // A network that answered for the image, but failed on this face, is missing here as if it were away.
    private static Map<String, EmotionDistribution> measured(int index, List<EmotionDistributions> distributions) {
        Map<String, EmotionDistribution> measured = new HashMap<>();
        for (EmotionDistributions message : distributions) {
            FaceDistribution face = message.getFaces().get(index);
            if (isMeasured(face)) {
                measured.put(message.getModel(), probabilities(face));
            }
        }
        return measured;
    }

    private static FaceEmotion answered(FaceEmotion face, CombinedEmotion combined) {
        EmotionDistribution distribution = combined.distribution();
        face.setProbabilities(ByteBuffer.wrap(distribution.toBytes()));
        face.setConfidence(distribution.confidence());
        face.setMargin(distribution.margin());
        switch (combined.verdict()) {
            case EMOTION -> {
                face.setStatus(FaceStatus.emotion);
                face.setEmotion(Emotion.values()[distribution.mostProbable().ordinal()]);
            }
            case NOT_A_FACE -> face.setStatus(FaceStatus.not_a_face);
            case UNCERTAIN -> face.setStatus(FaceStatus.uncertain);
            default -> throw new IllegalStateException("no status stands for " + combined.verdict());
        }
        return face;
    }

    // Unmeasurable is found before the networks, so all of them say it; it explains more than a failure.
    private FaceEmotion unanswered(FaceEmotion face, List<FaceDistribution> ofModels) {
        FaceDistribution telling = ofModels.stream()
                .filter(ofModel -> ofModel.getStatus() == StepStatus.unmeasurable)
                .findFirst()
                .orElse(ofModels.get(0));
        if (telling.getStatus() == StepStatus.unmeasurable) {
            face.setStatus(FaceStatus.unmeasurable);
            drift.ifPresent(DriftObserver::unmeasurable);
        } else {
            face.setStatus(FaceStatus.failed);
            drift.ifPresent(DriftObserver::failed);
        }
        face.setReason(telling.getReason());
        face.setProbabilities(NOTHING.duplicate());
        face.setModelProbabilities(NOTHING.duplicate());
        return face;
    }

    private static Optional<String> reasons(int index, List<EmotionDistributions> distributions) {
        List<String> reasons = new ArrayList<>();
        for (EmotionDistributions message : distributions) {
            FaceDistribution face = message.getFaces().get(index);
            if (!isMeasured(face)) {
                reasons.add(message.getModel() + " " + face.getStatus() + ": " + face.getReason());
            }
        }
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(Limits.cut(String.join("; ", reasons), Limits.REASONS_LENGTH));
    }

    // 36 bytes a network; zeros, which sum to 0 and are no distribution, where it failed on this face.
    private static ByteBuffer packed(List<FaceDistribution> ofModels) {
        ByteBuffer bytes = ByteBuffer.allocate(ofModels.size() * EmotionDistribution.BYTES);
        for (FaceDistribution ofModel : ofModels) {
            bytes.put(
                    isMeasured(ofModel)
                            ? ofModel.getProbabilities().duplicate()
                            : ByteBuffer.allocate(EmotionDistribution.BYTES));
        }
        return bytes.flip();
    }

    private static boolean isMeasured(FaceDistribution face) {
        return face.getStatus() == StepStatus.ok;
    }

    private static EmotionDistribution probabilities(FaceDistribution face) {
        return EmotionDistribution.ofBytes(face.getProbabilities());
    }
}
