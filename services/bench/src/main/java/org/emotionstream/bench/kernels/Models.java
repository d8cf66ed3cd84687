package org.emotionstream.bench.kernels;

import java.nio.file.Path;
import java.util.List;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.NetworkSubsets;
import org.emotionstream.contract.Release;
import org.emotionstream.contract.Releases;
import org.emotionstream.contract.StoredRelease;
import org.emotionstream.dlib.FaceDetector;
import org.emotionstream.dlib.ShapePredictor;
import org.emotionstream.features.FeatureProjection;
import org.emotionstream.landmarks.FaceModels;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.networks.FeaturesToDistribution;

/** Everything that computes: the steps as the services have them, and what they are made of where that is public. */
record Models(
        Release release,
        FaceModels faceModels,
        ImageToLandmarks imageToLandmarks,
        FaceDetector detector,
        ShapePredictor predictor,
        FeatureProjection projection,
        List<FeaturesToDistribution> networks,
        DistributionsToEmotion head) {
    /** The models of the release that serves by default. */
    static Models open(Path shapePredictor, Path releases, int smallestFace) {
        Releases all = new Releases(releases);
        StoredRelease stored = all.read(all.defaultId());
        FaceModels faceModels = FaceModels.open(shapePredictor);
        return new Models(
                stored.release(),
                faceModels,
                new ImageToLandmarks(
                        faceModels, stored.release().tile(), LandmarkSettings.DEFAULT.withSmallestFace(smallestFace)),
                FaceDetector.open(),
                ShapePredictor.open(shapePredictor),
                FeatureProjection.read(stored.features()),
                NetworkSubsets.NETWORKS.stream()
                        .map(name -> FeaturesToDistribution.of(stored, name))
                        .toList(),
                DistributionsToEmotion.of(stored));
    }
}
