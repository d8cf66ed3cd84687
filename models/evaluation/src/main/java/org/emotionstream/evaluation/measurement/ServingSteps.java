package org.emotionstream.evaluation.measurement;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.contract.CombinedEmotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.NetworkSubsets;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.contract.drift.DriftObserver;
import org.emotionstream.landmarks.Face;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.landmarks.PictureOutcome;

/**
 * The four steps of the pipeline in one process, each the class that its service runs. Of a picture with
 * several faces, the one with the best score counts: the label is of one. Safe for use by many threads.
 */
final class ServingSteps implements AutoCloseable {
    private final ServedModels models;
    private final ImageToLandmarks landmarks;
    private final DriftObserver observer;

    /**
     * @param landmarkModel dlib's 68-point model
     * @param observer told of each face that counts; safe for use by many threads
     * @throws org.emotionstream.contract.ReleaseException when a step does not compute this release
     * @throws org.emotionstream.dlib.DlibException when the landmark model cannot be used
     */
    ServingSteps(StoredRelease stored, Path landmarkModel, DriftObserver observer) {
        this.observer = observer;
        models = new ServedModels(stored, landmarkModel);
        try {
            landmarks = models.landmarks(stored.release().tile(), LandmarkSettings.DEFAULT);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** What serving would answer for this encoded picture. */
    ServedAnswer answer(byte[] picture) {
        PictureOutcome outcome = landmarks.apply(picture);
        if (outcome instanceof PictureOutcome.Decoded decoded) {
            return decoded.faces().isEmpty()
                    ? new ServedAnswer.Unanswered("no face detected")
                    : answer(decoded.faces().get(0));
        }
        PictureOutcome.Rejected rejected = (PictureOutcome.Rejected) outcome;
        return new ServedAnswer.Unanswered("rejected: " + rejected.reason().label());
    }

    private ServedAnswer answer(Face face) {
        if (face instanceof Face.Measured found) {
            observer.found(found.tile(), found.box());
            return models.distributions(found)
                    .<ServedAnswer>map(distributions -> answered(found, distributions))
                    .orElseGet(this::unmeasurable);
        }
        observer.failed();
        return new ServedAnswer.Unanswered("failed");
    }

    private ServedAnswer unmeasurable() {
        observer.unmeasurable();
        return new ServedAnswer.Unanswered("unmeasurable");
    }

    private ServedAnswer.Answered answered(Face.Measured face, List<EmotionDistribution> distributions) {
        CombinedEmotion combined = models.head().applyToAll(distributions);
        observer.answered(combined, distributions);
        return new ServedAnswer.Answered(
                distributions,
                combined,
                NetworkSubsets.NETWORKS.stream()
                        .map(missing -> without(missing, distributions))
                        .toList(),
                face.box().longerSide(),
                face.score());
    }

    private CombinedEmotion without(String missing, List<EmotionDistribution> distributions) {
        Map<String, EmotionDistribution> three = new HashMap<>();
        for (int network = 0; network < distributions.size(); network++) {
            three.put(NetworkSubsets.NETWORKS.get(network), distributions.get(network));
        }
        three.remove(missing);
        return models.head().apply(three);
    }

    @Override
    public void close() {
        models.close();
    }
}
