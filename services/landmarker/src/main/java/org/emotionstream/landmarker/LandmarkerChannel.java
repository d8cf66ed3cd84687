package org.emotionstream.landmarker;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.Releases;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.loop.Channel;
import org.emotionstream.events.loop.LoopMetrics;
import org.emotionstream.events.loop.Stage;
import org.emotionstream.events.releases.ReleaseRoll;
import org.emotionstream.events.releases.Releasing;
import org.emotionstream.events.tracing.Handled;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.Limits;
import org.emotionstream.events.wire.OriginHeaders;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.landmarker.journal.CrashJournal;
import org.emotionstream.landmarks.FaceModels;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.landmarks.PictureOutcome;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.emotionstream.landmarks.PictureOutcome.Rejected;
import org.emotionstream.schemas.ImageLandmarks;
import org.emotionstream.schemas.RawImage;

/** Pictures to {@code ImageLandmarks}, and what is no picture, byte for byte, to the rejected. */
public final class LandmarkerChannel implements Channel {
    private static final int BATCH_RECORDS = 128;

    /** Pictures come one by one: what gathers here passes all later stages together. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    private final Stage stage;
    private final Topics topics;
    private final Supplier<ReleasedStep> pinned;
    private final Releasing releasing;
    private final Runnable closeModels;
    private final LoopMetrics metrics;
    private final PictureMetrics pictures;
    private final RawRecordReader reader;
    private final AvroMessages<ImageLandmarks> output;
    private final TakenRecords taken;
    private final Schemas schemas;
    private final JournaledGuard guard;
    private final boolean rejectedPixels;

    /**
     * @param pinned the step of the release that the next picture is pinned to
     * @param pictures counts what was decoded
     * @param guard between a record and the step
     * @param rejectedPixels whether rejected records are set aside as they came, or only their hash and size
     * @param closeModels called last
     */
    LandmarkerChannel(
            Topics topics,
            Stage stage,
            Supplier<ReleasedStep> pinned,
            Releasing releasing,
            Schemas schemas,
            Runnable closeModels,
            MeterRegistry registry,
            PictureMetrics pictures,
            JournaledGuard guard,
            boolean rejectedPixels) {
        this.guard = guard;
        this.rejectedPixels = rejectedPixels;
        this.reader = new RawRecordReader(
                AvroMessages.fromAnybody(RawImage.class, schemas, stage.input()), new CaptureTimes(registry));
        this.output = AvroMessages.withinChain(ImageLandmarks.class, schemas, topics.imagesLandmarks());
        this.taken = new TakenRecords(topics, schemas);
        this.schemas = schemas;
        this.topics = topics;
        this.stage = stage;
        this.pinned = pinned;
        this.releasing = releasing;
        this.closeModels = closeModels;
        this.metrics = new LoopMetrics(registry, stage.name());
        this.pictures = pictures;
    }

    /** With the models loaded. */
    public static LandmarkerChannel open(
            ChainConfiguration chain, LandmarkerConfiguration settings, MeterRegistry registry) {
        CrashJournal journal =
                CrashJournal.open(settings.stateDirectory(), chain.instanceId().orElse(ServiceNames.LANDMARKER));
        FaceModels models = FaceModels.open(settings.landmarkModel());
        LandmarkSettings landmarkSettings = LandmarkSettings.DEFAULT.withSmallestFace(settings.smallestFace());
        PictureMetrics pictures = new PictureMetrics(registry, ServiceNames.LANDMARKER);
        ReleasedSteps<ReleasedStep> steps = new ReleasedSteps<>(new Releases(chain.releases()), stored -> {
            ReleasedStep step = ReleasedStep.of(stored.release(), models, landmarkSettings);
            pictures.opened(stored);
            return step;
        });
        ReleaseRoll roll = ReleaseRoll.pinning(chain, settings.release(), steps, registry);
        Topics topics = Topics.of(chain);
        return new LandmarkerChannel(
                topics,
                stage(topics, settings.inputTopic(), settings.threads()),
                () -> steps.of(roll.pinned()),
                roll,
                Schemas.of(chain),
                () -> {
                    models.close();
                    journal.close();
                },
                registry,
                pictures,
                new JournaledGuard(journal, registry),
                settings.rejectedPixels());
    }

    static Stage stage(Topics topics, Optional<String> input, int threads) {
        return new Stage(
                ServiceNames.LANDMARKER,
                topics.landmarkerGroup(),
                input.orElse(topics.imagesRaw()),
                Limits.RAW_RECORD_BYTES,
                List.of(topics.imagesTaken(), topics.imagesLandmarks(), topics.imagesRejected()),
                Limits.REJECTED_RECORD_BYTES,
                topics.quarantine(),
                threads,
                BATCH_RECORDS,
                GATHERING);
    }

    @Override
    public Stage stage() {
        return stage;
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> apply(ConsumerRecord<byte[], byte[]> record) {
        return guard.record(record, () -> step(record), why -> notLookedAt(record, why));
    }

    private List<ProducerRecord<byte[], byte[]>> step(ConsumerRecord<byte[], byte[]> record) {
        RawRecord raw = reader.read(record);
        Handled.image(raw.imageId());
        if (raw instanceof RawRecord.Refused refused) {
            return rejected(record, raw, refused.why());
        }
        RawRecord.Picture picture = (RawRecord.Picture) raw;
        // Once for the whole picture: the next may be pinned to another.
        ReleasedStep released = pinned.get();
        PictureOutcome outcome = guard.picture(record, picture, released.step());
        if (outcome instanceof Rejected rejected) {
            return rejected(record, raw, rejected);
        }
        Decoded decoded = (Decoded) outcome;
        ImageLandmarks message = landmarks(picture, Instant.ofEpochMilli(record.timestamp()), released, decoded);
        pictures.decoded(decoded, released.releaseId());
        Handled.answered(released.releaseId(), message.getFaces().size());
        message.getFaces().forEach(face -> metrics.face(face.getStatus().name()));
        return List.of(
                taken.forwarded(record, picture, released.releaseId()),
                new ProducerRecord<>(topics.imagesLandmarks(), TakenRecords.key(raw), output.write(message)));
    }

    /** By its place alone: whatever else it says of itself may be what the step does not stand. */
    private List<ProducerRecord<byte[], byte[]>> notLookedAt(ConsumerRecord<byte[], byte[]> record, Rejected why) {
        RawRecord raw = RawRecordReader.notLookedAt(record, why);
        Handled.image(raw.imageId());
        return rejected(record, raw, why);
    }

    @Override
    public void stuck(ConsumerRecord<byte[], byte[]> record) {
        guard.stuck(record);
    }

    @Override
    public void begin(Consumer<String> waiting, BooleanSupplier stopped) {
        releasing.begin(waiting, stopped);
    }

    @Override
    public Map<String, String> readiness() {
        return releasing.readiness();
    }

    @Override
    public void close() {
        releasing.close();
        closeModels.run();
        schemas.close();
    }

    private static ImageLandmarks landmarks(
            RawRecord.Picture picture, Instant enteredAt, ReleasedStep released, Decoded decoded) {
        ImageLandmarks message = new ImageLandmarks();
        message.setImageId(picture.imageId());
        message.setDigest(ByteBuffer.wrap(picture.identity().digestBytes()));
        message.setSourceId(picture.sourceId().orElse(null));
        message.setCapturedAt(picture.capturedAt().orElse(null));
        message.setEnteredAt(enteredAt);
        message.setWidth(decoded.width());
        message.setHeight(decoded.height());
        message.setReleaseId(released.releaseId());
        message.setOmittedFaces(decoded.omittedFaces());
        message.setSmallestFace(decoded.smallestFace());
        message.setTileChannels(released.tileChannels());
        message.setFaces(decoded.faces().stream().map(FaceMessages::of).toList());
        return message;
    }

    private List<ProducerRecord<byte[], byte[]>> rejected(
            ConsumerRecord<byte[], byte[]> record, RawRecord raw, Rejected why) {
        String reason = why.reason().label();
        metrics.rejected(reason);
        Handled.rejected(reason);
        ConsumerRecord<byte[], byte[]> kept = rejectedPixels ? record : OriginHeaders.withoutPixels(record);
        return List.of(
                taken.rejected(record, raw, reason),
                OriginHeaders.setAside(
                        kept, topics.imagesRejected(), TakenRecords.key(raw), stage.name(), reason, why.message()));
    }
}
