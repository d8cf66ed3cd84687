package org.emotionstream.featurizer;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.Releases;
import org.emotionstream.events.AvroMessages;
import org.emotionstream.events.ChainConfiguration;
import org.emotionstream.events.Envelope;
import org.emotionstream.events.Limits;
import org.emotionstream.events.Schemas;
import org.emotionstream.events.Topics;
import org.emotionstream.events.UnreadableMessageException;
import org.emotionstream.events.loop.Channel;
import org.emotionstream.events.loop.LoopMetrics;
import org.emotionstream.events.loop.Stage;
import org.emotionstream.features.LandmarksToFeatures;
import org.emotionstream.features.Measurement;
import org.emotionstream.schemas.FaceFeatures;
import org.emotionstream.schemas.FaceLandmarks;
import org.emotionstream.schemas.ImageFeatures;
import org.emotionstream.schemas.ImageLandmarks;
import org.emotionstream.schemas.StepStatus;

/** {@code ImageLandmarks} to {@code ImageFeatures}, by the release that each message names. */
final class FeaturizerChannel implements Channel {
    private static final int BATCH_RECORDS = 100;
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private final Stage stage;
    private final ReleasedSteps<LandmarksToFeatures> steps;
    private final Schemas schemas;
    private final LoopMetrics metrics;
    private final AvroMessages<ImageLandmarks> input;
    private final AvroMessages<ImageFeatures> output;

    FeaturizerChannel(
            Stage stage,
            ReleasedSteps<LandmarksToFeatures> steps,
            Schemas schemas,
            LoopMetrics metrics) {
        this.input = new AvroMessages<>(ImageLandmarks.class, schemas, stage.input());
        this.output =
                new AvroMessages<>(ImageFeatures.class, schemas, stage.outputs().get(0));
        this.stage = stage;
        this.steps = steps;
        this.schemas = schemas;
        this.metrics = metrics;
    }

    /** With the default release loaded. */
    static FeaturizerChannel open(ChainConfiguration chain, FeaturizerConfiguration settings, MeterRegistry registry) {
        Releases releases = new Releases(chain.releases());
        ReleasedSteps<LandmarksToFeatures> steps = new ReleasedSteps<>(releases, LandmarksToFeatures::of);
        steps.of(releases.defaultId());
        Stage stage = stage(Topics.of(chain), settings.threads());
        return new FeaturizerChannel(stage, steps, Schemas.of(chain), new LoopMetrics(registry, stage.name()));
    }

    static Stage stage(Topics topics, int threads) {
        return new Stage(
                "featurizer",
                topics.featurizerGroup(),
                topics.imagesLandmarks(),
                Limits.TILES_RECORD_BYTES,
                List.of(topics.imagesFeatures()),
                // A record that cannot be read goes to quarantine, and that may be as large as it came.
                Limits.QUARANTINE_RECORD_BYTES,
                topics.quarantine(),
                threads,
                BATCH_RECORDS);
    }

    @Override
    public Stage stage() {
        return stage;
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> apply(ConsumerRecord<byte[], byte[]> record) {
        ImageFeatures features = features(input.read(record.value()));
        features.getFaces().forEach(face -> metrics.face(face.getStatus().name()));
        return List.of(new ProducerRecord<>(stage.outputs().get(0), record.key(), output.write(features)));
    }

    @Override
    public void betweenBatches() {
        steps.trim();
    }

    @Override
    public void close() {
        steps.close();
        schemas.close();
    }

    ImageFeatures features(ImageLandmarks image) {
        LandmarksToFeatures step = steps.of(image.getReleaseId());
        ImageFeatures features = Envelope.carry(image, new ImageFeatures());
        features.setTileChannels(image.getTileChannels());
        features.setFaces(
                image.getFaces().stream().map(face -> features(step, face)).toList());
        return features;
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
        Measurement measurement = step.apply(landmarks(face.getPoints()));
        if (measurement instanceof Measurement.Measured measured) {
            features.setComponents(ByteBuffer.wrap(measured.components().toBytes()));
        } else {
            features.setStatus(StepStatus.unmeasurable);
            features.setReason(((Measurement.Unmeasurable) measurement).featureName());
        }
        return features;
    }

    private static Landmarks landmarks(ByteBuffer points) {
        try {
            return Landmarks.ofBytes(points);
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessageException("points of a face: " + e.getMessage(), e);
        }
    }
}
