package org.emotionstream.training.skew;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.CombinedEmotion;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.Release.Network;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.features.LandmarksToFeatures;
import org.emotionstream.features.Measurement;
import org.emotionstream.landmarks.Face;
import org.emotionstream.landmarks.FaceModels;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.landmarks.PictureOutcome;
import org.emotionstream.networks.FeaturesToDistribution;

/** A release in the four steps that serve it, in one process: each is the class that its service runs. */
final class ServedRelease implements Serving, AutoCloseable {
    private final StoredRelease stored;
    private final FaceModels models;
    private final LandmarksToFeatures features;
    private final List<FeaturesToDistribution> networks = new ArrayList<>();
    private final DistributionsToEmotion head;

    /**
     * @param landmarkModel dlib's 68-point model
     * @throws org.emotionstream.contract.ReleaseException when a step does not compute this release
     * @throws org.emotionstream.dlib.DlibException when the landmark model cannot be used
     */
    ServedRelease(StoredRelease stored, Path landmarkModel) {
        this.stored = stored;
        features = LandmarksToFeatures.of(stored);
        head = DistributionsToEmotion.of(stored);
        models = FaceModels.open(landmarkModel);
        try {
            for (Network network : stored.release().networks()) {
                networks.add(FeaturesToDistribution.of(stored, network.name()));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public List<Sighting> faces(byte[] picture, Search search) {
        // The step holds nothing of its own: it may be made for a single picture.
        ImageToLandmarks landmarks = new ImageToLandmarks(
                models,
                search.of(stored.release().tile()),
                LandmarkSettings.DEFAULT.withSmallestFace(search.smallestFace()));
        if (landmarks.apply(picture) instanceof PictureOutcome.Decoded decoded) {
            return decoded.faces().stream().map(this::sighting).toList();
        }
        return List.of();
    }

    private Sighting sighting(Face face) {
        return new Sighting(face.box(), face.score(), answer(face));
    }

    private Optional<CombinedEmotion> answer(Face face) {
        if (face instanceof Face.Measured found
                && features.apply(found.landmarks()) instanceof Measurement.Measured measured) {
            List<EmotionDistribution> each = networks.stream()
                    .map(network -> network.apply(found.tile(), measured.components()))
                    .toList();
            return Optional.of(head.applyToAll(each));
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        networks.forEach(FeaturesToDistribution::close);
        models.close();
    }
}
