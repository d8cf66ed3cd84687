package org.emotionstream.featurizer;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.List;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.Releases;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.loop.LoopMetrics;
import org.emotionstream.events.loop.Stage;
import org.emotionstream.events.releases.ReleaseRoll;
import org.emotionstream.events.releases.ReleasedChannel;
import org.emotionstream.events.releases.Releasing;
import org.emotionstream.events.wire.Limits;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.features.LandmarksToFeatures;
import org.emotionstream.features.Measurement;
import org.emotionstream.schemas.FaceFeatures;
import org.emotionstream.schemas.FaceLandmarks;
import org.emotionstream.schemas.ImageFeatures;
import org.emotionstream.schemas.ImageLandmarks;
import org.emotionstream.schemas.StepStatus;

/** {@code ImageLandmarks} to {@code ImageFeatures}, by the release that each message names. */
public final class FeaturizerChannel extends ReleasedChannel<ImageLandmarks, ImageFeatures, LandmarksToFeatures> {
    private static final int BATCH_RECORDS = 100;
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    FeaturizerChannel(
            Stage stage,
            ReleasedSteps<LandmarksToFeatures> steps,
            Releasing releasing,
            Schemas schemas,
            LoopMetrics metrics) {
        super(stage, ImageLandmarks.class, ImageFeatures.class, schemas, steps, releasing, metrics);
    }

    /** With the release loaded that is to serve, where that can be. */
    public static FeaturizerChannel open(
            ChainConfiguration chain, FeaturizerConfiguration settings, MeterRegistry registry) {
        ReleasedSteps<LandmarksToFeatures> steps =
                new ReleasedSteps<>(new Releases(chain.releases()), LandmarksToFeatures::of);
        return new FeaturizerChannel(
                stage(Topics.of(chain), settings.threads()),
                steps,
                ReleaseRoll.following(chain, ServiceNames.FEATURIZER, steps, registry),
                Schemas.of(chain),
                new LoopMetrics(registry, ServiceNames.FEATURIZER));
    }

    static Stage stage(Topics topics, int threads) {
        return new Stage(
                ServiceNames.FEATURIZER,
                topics.featurizerGroup(),
                topics.imagesLandmarks(),
                Limits.TILES_RECORD_BYTES,
                List.of(topics.imagesFeatures()),
                // A record that cannot be read goes to quarantine, and that may be as large as it came.
                Limits.QUARANTINE_RECORD_BYTES,
                topics.quarantine(),
                threads,
                BATCH_RECORDS,
                GATHERING);
    }

    @Override
    protected ImageFeatures answer(LandmarksToFeatures step, ImageLandmarks image) {
        ImageFeatures features = new ImageFeatures();
        features.setTileChannels(image.getTileChannels());
        features.setFaces(
                image.getFaces().stream().map(face -> features(step, face)).toList());
        return features;
    }

    @Override
    protected List<StepStatus> statuses(ImageFeatures features) {
        return features.getFaces().stream().map(FaceFeatures::getStatus).toList();
    }

    private static FaceFeatures features(LandmarksToFeatures step, FaceLandmarks face) {
        FaceFeatures features = new FaceFeatures();
        features.setBox(face.getBox());
        features.setScore(face.getScore());
        features.setStatus(face.getStatus());
        features.setReason(face.getReason());
        features.setTile(face.getTile());
        features.setComponents(NONE);
        if (face.getStatus() != StepStatus.ok) {
            return features;
        }
        Measurement measurement = step.apply(unpacked("points", () -> Landmarks.ofBytes(face.getPoints())));
        if (measurement instanceof Measurement.Measured measured) {
            features.setComponents(ByteBuffer.wrap(measured.components().toBytes()));
        } else {
            features.setStatus(StepStatus.unmeasurable);
            features.setReason(((Measurement.Unmeasurable) measurement).featureName());
        }
        return features;
    }
}
