package org.emotionstream.cnnworker;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Printable;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.Releases;
import org.emotionstream.contract.Tile;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.loop.LoopMetrics;
import org.emotionstream.events.loop.Stage;
import org.emotionstream.events.releases.ReleaseRoll;
import org.emotionstream.events.releases.ReleasedChannel;
import org.emotionstream.events.releases.Releasing;
import org.emotionstream.events.tracing.Handled;
import org.emotionstream.events.wire.Limits;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.networks.NetworkException;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.FaceDistribution;
import org.emotionstream.schemas.FaceFeatures;
import org.emotionstream.schemas.ImageFeatures;
import org.emotionstream.schemas.StepStatus;
import org.jboss.logging.Logger;

/** {@code ImageFeatures} to {@code EmotionDistributions} of one network, by the release that each message names. */
public final class CnnWorkerChannel extends ReleasedChannel<ImageFeatures, EmotionDistributions, Network> {
    private static final Logger LOG = Logger.getLogger(CnnWorkerChannel.class);
    private static final int BATCH_RECORDS = 50;
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private final String model;
    private final AtomicBoolean failed = new AtomicBoolean();

    CnnWorkerChannel(
            Stage stage,
            String model,
            ReleasedSteps<Network> steps,
            Releasing releasing,
            Schemas schemas,
            LoopMetrics metrics) {
        super(stage, ImageFeatures.class, EmotionDistributions.class, schemas, steps, releasing, metrics);
        this.model = model;
    }

    /** With the network loaded of the release that is to serve, where that can be. */
    public static CnnWorkerChannel open(
            ChainConfiguration chain, CnnWorkerConfiguration settings, MeterRegistry registry) {
        String model = settings.model();
        ReleasedSteps<Network> steps =
                new ReleasedSteps<>(new Releases(chain.releases()), stored -> Network.of(stored, model));
        Stage stage = stage(Topics.of(chain), model, settings.threads());
        return new CnnWorkerChannel(
                stage,
                model,
                steps,
                ReleaseRoll.following(chain, stage.name(), steps, registry),
                Schemas.of(chain),
                new LoopMetrics(registry, stage.name()));
    }

    static Stage stage(Topics topics, String model, int threads) {
        return new Stage(
                ServiceNames.cnnWorker(model),
                topics.cnnWorkerGroup(model),
                topics.imagesFeatures(),
                Limits.TILES_RECORD_BYTES,
                List.of(topics.emotions(model)),
                // A record that cannot be read goes to quarantine, and that may be as large as it came.
                Limits.QUARANTINE_RECORD_BYTES,
                topics.quarantine(),
                threads,
                BATCH_RECORDS,
                GATHERING);
    }

    @Override
    protected EmotionDistributions answer(Network network, ImageFeatures image) {
        EmotionDistributions distributions = new EmotionDistributions();
        Handled.model(model);
        distributions.setModel(model);
        distributions.setFaces(image.getFaces().stream()
                .map(face -> distribution(network, face, image.getImageId()))
                .toList());
        return distributions;
    }

    @Override
    protected List<StepStatus> statuses(EmotionDistributions distributions) {
        return distributions.getFaces().stream()
                .map(FaceDistribution::getStatus)
                .toList();
    }

    /** Once: a network that fails on one face may fail on all, and each is in its answer and in the metric of faces. */
    private void warnOnce(String imageId, NetworkException why) {
        if (failed.compareAndSet(false, true)) {
            LOG.warnf(
                    "a face of image %s is marked as failed: %s. Further ones are only counted"
                            + " (metric emotionstream.faces, status failed).",
                    Printable.of(imageId), Printable.of(String.valueOf(why.getMessage())));
        }
    }

    private FaceDistribution distribution(Network network, FaceFeatures face, String imageId) {
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
            // A tile may have another number of planes than the release's.
            distribution.setProbabilities(unpacked(
                    "tile",
                    () -> ByteBuffer.wrap(network.apply(tile, components).toBytes())));
        } catch (NetworkException e) {
            warnOnce(imageId, e);
            distribution.setStatus(StepStatus.failed);
            distribution.setReason(Limits.cut(e.getMessage(), Limits.REASON_LENGTH));
        }
        return distribution;
    }
}
