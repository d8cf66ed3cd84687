package org.emotionstream.evaluation.measurement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.Release.Network;
import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.features.LandmarksToFeatures;
import org.emotionstream.features.Measurement;
import org.emotionstream.landmarks.Face;
import org.emotionstream.landmarks.FaceModels;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.networks.FeaturesToDistribution;

/**
 * What the services hold of a release, opened once in one process: dlib's models, the projection, four
 * networks, the head. Safe for use by many threads.
 */
public final class ServedModels implements AutoCloseable {
    private final FaceModels models;
    private final LandmarksToFeatures features;
    private final List<FeaturesToDistribution> networks = new ArrayList<>();
    private final DistributionsToEmotion head;

    /**
     * @param landmarkModel dlib's 68-point model
     * @throws org.emotionstream.contract.ReleaseException when a step does not compute this release
     * @throws org.emotionstream.dlib.DlibException when the landmark model cannot be used
     */
    public ServedModels(StoredRelease stored, Path landmarkModel) {
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

    /**
     * The first step, which holds nothing of its own: it may be made for a single picture.
     *
     * @throws org.emotionstream.contract.ReleaseException when these tiles are not computed
     */
    public ImageToLandmarks landmarks(TileSettings tile, LandmarkSettings settings) {
        return new ImageToLandmarks(models, tile, settings);
    }

    /** What model-1 to model-4 answer for a face; empty when it is not measurable. */
    public Optional<List<EmotionDistribution>> distributions(Face.Measured face) {
        if (features.apply(face.landmarks()) instanceof Measurement.Measured measured) {
            return Optional.of(networks.stream()
                    .map(network -> network.apply(face.tile(), measured.components()))
                    .toList());
        }
        return Optional.empty();
    }

    /** The last step. */
    public DistributionsToEmotion head() {
        return head;
    }

    @Override
    public void close() {
        networks.forEach(FeaturesToDistribution::close);
        models.close();
    }
}
