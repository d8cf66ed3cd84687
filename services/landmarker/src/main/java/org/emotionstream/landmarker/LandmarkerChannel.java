package org.emotionstream.landmarker;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.emotionstream.contract.Release;
import org.emotionstream.contract.Releases;
import org.emotionstream.events.AvroMessages;
import org.emotionstream.events.ChainConfiguration;
import org.emotionstream.events.Limits;
import org.emotionstream.events.OriginHeaders;
import org.emotionstream.events.SchemaRegistry;
import org.emotionstream.events.Topics;
import org.emotionstream.events.loop.Channel;
import org.emotionstream.events.loop.LoopMetrics;
import org.emotionstream.events.loop.Stage;
import org.emotionstream.landmarks.FaceModels;
import org.emotionstream.landmarks.ImageToLandmarks;
import org.emotionstream.landmarks.LandmarkSettings;
import org.emotionstream.landmarks.PictureOutcome;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.emotionstream.landmarks.PictureOutcome.Rejected;
import org.emotionstream.schemas.ImageLandmarks;
import org.emotionstream.schemas.RawImage;

/** Pictures to {@code ImageLandmarks}, and what is no picture, byte for byte, to the rejected. */
final class LandmarkerChannel implements Channel {
    private static final int BATCH_RECORDS = 32;

    private final Stage stage;
    private final Topics topics;
    private final ReleasedStep released;
    private final Runnable closeModels;
    private final LoopMetrics metrics;
    private final RawRecordReader reader;
    private final AvroMessages<ImageLandmarks> output;
    private final TakenRecords taken;
    private boolean rejectedPixels = true;

    LandmarkerChannel(
            Topics topics,
            int threads,
            ReleasedStep released,
            Optional<SchemaRegistry> schemas,
            Runnable closeModels,
            MeterRegistry registry) {
        this.reader = new RawRecordReader(new AvroMessages<>(RawImage.class, schemas, topics.imagesRaw()));
        this.output = new AvroMessages<>(ImageLandmarks.class, schemas, topics.imagesLandmarks());
        this.taken = new TakenRecords(topics, schemas);
        this.topics = topics;
        this.stage = stage(topics, threads);
        this.released = released;
        this.closeModels = closeModels;
        this.metrics = new LoopMetrics(registry, stage.name());
    }

    /** With the models loaded. */
    static LandmarkerChannel open(ChainConfiguration chain, LandmarkerConfiguration settings, MeterRegistry registry) {
        Releases releases = new Releases(chain.releases());
        Release release =
                releases.read(settings.release().orElseGet(releases::defaultId)).release();
        FaceModels models = FaceModels.open(settings.landmarkModel());
        ImageToLandmarks step = new ImageToLandmarks(
                models, release.tile(), LandmarkSettings.DEFAULT.withSmallestFace(settings.smallestFace()));
        ReleasedStep released = new ReleasedStep(release.id(), release.tile().channels(), step::apply);
        return new LandmarkerChannel(
                Topics.of(chain), settings.threads(), released, SchemaRegistry.of(chain), models::close, registry);
    }

    /** Whether rejected records go to images.rejected as they came, or only their hash and size. */
    LandmarkerChannel withRejectedPixels(boolean kept) {
        rejectedPixels = kept;
        return this;
    }

    private static Stage stage(Topics topics, int threads) {
        return new Stage(
                "landmarker",
                topics.landmarkerGroup(),
                topics.imagesRaw(),
                Limits.RAW_RECORD_BYTES,
                List.of(topics.imagesTaken(), topics.imagesLandmarks(), topics.imagesRejected()),
                Limits.REJECTED_RECORD_BYTES,
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
        RawRecord raw = reader.read(record);
        if (raw instanceof RawRecord.Refused refused) {
            return rejected(record, raw, refused.reason(), refused.message());
        }
        RawRecord.Picture picture = (RawRecord.Picture) raw;
        PictureOutcome outcome = released.step().apply(picture.encoded());
        if (outcome instanceof Rejected rejected) {
            return rejected(record, raw, rejected.reason().label(), rejected.message());
        }
        ImageLandmarks message = landmarks(picture, Instant.ofEpochMilli(record.timestamp()), (Decoded) outcome);
        message.getFaces().forEach(face -> metrics.face(face.getStatus().name()));
        return List.of(
                taken.forwarded(record, picture, released.releaseId()),
                new ProducerRecord<>(topics.imagesLandmarks(), TakenRecords.key(raw), output.write(message)));
    }

    @Override
    public void close() {
        closeModels.run();
    }

    private ImageLandmarks landmarks(RawRecord.Picture picture, Instant enteredAt, Decoded decoded) {
        ImageLandmarks message = new ImageLandmarks();
        message.setImageId(picture.imageId());
        message.setDigest(ByteBuffer.wrap(Digest.of(picture.encoded())));
        message.setSourceId(picture.sourceId().orElse(null));
        message.setCapturedAt(picture.capturedAt().orElse(null));
        message.setEnteredAt(enteredAt);
        message.setWidth(decoded.width());
        message.setHeight(decoded.height());
        message.setReleaseId(released.releaseId());
        message.setOmittedFaces(decoded.omittedFaces());
        message.setTileChannels(released.tileChannels());
        message.setFaces(decoded.faces().stream().map(FaceMessages::of).toList());
        return message;
    }

    private List<ProducerRecord<byte[], byte[]>> rejected(
            ConsumerRecord<byte[], byte[]> record, RawRecord raw, String reason, String message) {
        metrics.rejected(reason);
        ConsumerRecord<byte[], byte[]> kept = rejectedPixels ? record : OriginHeaders.withoutPixels(record);
        return List.of(
                taken.rejected(record, raw, reason),
                OriginHeaders.setAside(
                        kept, topics.imagesRejected(), TakenRecords.key(raw), stage.name(), reason, message));
    }
}
