package org.emotionstream.cnnworker;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.Releases;
import org.emotionstream.contract.Tile;
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
import org.emotionstream.networks.NetworkException;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.FaceDistribution;
import org.emotionstream.schemas.FaceFeatures;
import org.emotionstream.schemas.ImageFeatures;
import org.emotionstream.schemas.StepStatus;
import org.jboss.logging.Logger;

/** {@code ImageFeatures} to {@code EmotionDistributions} of one network, by the release that each message names. */
final class CnnWorkerChannel implements Channel {
    private static final Logger LOG = Logger.getLogger(CnnWorkerChannel.class);
    private static final int BATCH_RECORDS = 50;
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private final Stage stage;
    private final String model;
    private final ReleasedSteps<Network> steps;
    private final Schemas schemas;
    private final LoopMetrics metrics;
    private final AvroMessages<ImageFeatures> input;
    private final AvroMessages<EmotionDistributions> output;

    CnnWorkerChannel(
            Stage stage,
            String model,
            ReleasedSteps<Network> steps,
            Schemas schemas,
            LoopMetrics metrics) {
        this.input = new AvroMessages<>(ImageFeatures.class, schemas, stage.input());
        this.output = new AvroMessages<>(
                EmotionDistributions.class, schemas, stage.outputs().get(0));
        this.stage = stage;
        this.model = model;
        this.steps = steps;
        this.schemas = schemas;
        this.metrics = metrics;
    }

    /** With the network of the default release loaded. */
    static CnnWorkerChannel open(ChainConfiguration chain, CnnWorkerConfiguration settings, MeterRegistry registry) {
        String model = settings.model();
        Releases releases = new Releases(chain.releases());
        ReleasedSteps<Network> steps = new ReleasedSteps<>(releases, stored -> Network.of(stored, model));
        steps.of(releases.defaultId());
        Stage stage = stage(Topics.of(chain), model, settings.threads());
        return new CnnWorkerChannel(
                stage, model, steps, Schemas.of(chain), new LoopMetrics(registry, stage.name()));
    }

    static Stage stage(Topics topics, String model, int threads) {
        return new Stage(
                "cnn-worker-" + model,
                topics.cnnWorkerGroup(model),
                topics.imagesFeatures(),
                Limits.TILES_RECORD_BYTES,
                List.of(topics.emotions(model)),
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
        EmotionDistributions distributions = distributions(input.read(record.value()));
        distributions.getFaces().forEach(face -> metrics.face(face.getStatus().name()));
        return List.of(new ProducerRecord<>(stage.outputs().get(0), record.key(), output.write(distributions)));
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

    EmotionDistributions distributions(ImageFeatures image) {
        Network network = steps.of(image.getReleaseId());
        EmotionDistributions distributions = Envelope.carry(image, new EmotionDistributions());
        distributions.setModel(model);
        distributions.setFaces(image.getFaces().stream()
                .map(face -> distribution(network, face, image.getImageId()))
                .toList());
        return distributions;
    }

    private static FaceDistribution distribution(Network network, FaceFeatures face, String imageId) {
        FaceDistribution distribution = new FaceDistribution();
        distribution.setBox(face.getBox());
        distribution.setScore(face.getScore());
        distribution.setStatus(face.getStatus());
        distribution.setReason(face.getReason());
        distribution.setProbabilities(NONE);
        if (face.getStatus() != StepStatus.ok) {
            return distribution;
        }
        Tile tile = unpacked("tile", () -> Tile.copyOf(face.getTile()));
        FeatureVector components = unpacked("components", () -> FeatureVector.ofBytes(face.getComponents()));
        try {
            distribution.setProbabilities(
                    ByteBuffer.wrap(network.apply(tile, components).toBytes()));
        } catch (NetworkException e) {
            LOG.warnf("a face of image %s is marked as failed: %s", imageId, e.getMessage());
            distribution.setStatus(StepStatus.failed);
            distribution.setReason(e.getMessage());
        }
        return distribution;
    }

    private static <T> T unpacked(String what, Supplier<T> unpack) {
        try {
            return unpack.get();
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessageException(what + " of a face: " + e.getMessage(), e);
        }
    }
}
