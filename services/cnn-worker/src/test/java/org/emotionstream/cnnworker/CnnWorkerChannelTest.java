package org.emotionstream.cnnworker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.Releases;
import org.emotionstream.contract.Tile;
import org.emotionstream.contract.nativelibraries.NativeMemoryException;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.loop.LoopMetrics;
import org.emotionstream.events.releases.Releasing;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.events.wire.UnreadableMessageException;
import org.emotionstream.networks.NetworkException;
import org.emotionstream.schemas.Box;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.FaceDistribution;
import org.emotionstream.schemas.FaceFeatures;
import org.emotionstream.schemas.ImageFeatures;
import org.emotionstream.schemas.StepStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CnnWorkerChannelTest {
    private static final EmotionDistribution ANSWER =
            EmotionDistribution.of(new float[] {0.5f, 0.5f, 0, 0, 0, 0, 0, 0, 0});
    private static final Tile TILE = Tile.owning(new byte[Tile.PLANE_BYTES]);
    private static final FeatureVector COMPONENTS = FeatureVector.of(new float[FeatureVector.COMPONENTS]);

    private final AvroMessages<ImageFeatures> input = new AvroMessages<>(ImageFeatures.class);
    private final AvroMessages<EmotionDistributions> output = new AvroMessages<>(EmotionDistributions.class);
    private CnnWorkerChannel channel;
    private RuntimeException failure;

    @BeforeEach
    void open(@TempDir Path releases) throws IOException {
        ReleaseFolder.write(releases, "release");
        Network network = (tile, components) -> {
            assertThat(tile).isEqualTo(TILE);
            assertThat(components).isEqualTo(COMPONENTS);
            if (failure != null) {
                throw failure;
            }
            return ANSWER;
        };
        channel = new CnnWorkerChannel(
                CnnWorkerChannel.stage(new Topics(""), "model-2", 1),
                "model-2",
                new ReleasedSteps<>(new Releases(releases), stored -> network),
                Releasing.FIXED,
                Schemas.none(),
                new LoopMetrics(new SimpleMeterRegistry(), "test"));
    }

    @Test
    void facesAreAskedAboutAndThoseWithoutFeaturesPassThrough() {
        FaceFeatures ok = face(StepStatus.ok, null, TILE.pixels(), ByteBuffer.wrap(COMPONENTS.toBytes()));
        FaceFeatures unmeasurable =
                face(StepStatus.unmeasurable, "angle(0;1,36)", TILE.pixels(), ByteBuffer.allocate(0));
        FaceFeatures failed =
                face(StepStatus.failed, "the predictor failed", ByteBuffer.allocate(0), ByteBuffer.allocate(0));

        var records = channel.apply(record(input.write(image("release", ok, unmeasurable, failed))));

        assertThat(records).hasSize(1);
        assertThat(records.get(0).topic()).isEqualTo("emotions.model-2");
        assertThat(records.get(0).key()).isEqualTo("key".getBytes(StandardCharsets.UTF_8));
        EmotionDistributions message = output.read(records.get(0).value());
        assertThat(message.getModel()).isEqualTo("model-2");
        assertThat(message.getImageId()).isEqualTo("key");
        assertThat(message.getEnteredAt()).isEqualTo(Instant.ofEpochMilli(7));
        FaceDistribution first = message.getFaces().get(0);
        assertThat(first.getStatus()).isEqualTo(StepStatus.ok);
        assertThat(first.getProbabilities()).isEqualTo(ByteBuffer.wrap(ANSWER.toBytes()));
        assertThat(first.getBox()).isEqualTo(ok.getBox());
        assertThat(first.getScore()).isEqualTo(2.5f);
        FaceDistribution second = message.getFaces().get(1);
        assertThat(second.getStatus()).isEqualTo(StepStatus.unmeasurable);
        assertThat(second.getReason()).isEqualTo("angle(0;1,36)");
        assertThat(second.getProbabilities().remaining()).isZero();
        FaceDistribution third = message.getFaces().get(2);
        assertThat(third.getStatus()).isEqualTo(StepStatus.failed);
        assertThat(third.getReason()).isEqualTo("the predictor failed");
    }

    @Test
    void noMemoryBreaksTheStepAndFailsNoFace() {
        failure = new NativeMemoryException("model-2 has no memory");
        FaceFeatures ok = face(StepStatus.ok, null, TILE.pixels(), ByteBuffer.wrap(COMPONENTS.toBytes()));

        assertThatThrownBy(() -> channel.answer(image("release", ok))).isSameAs(failure);
    }

    @Test
    void anImageWithoutFacesTravelsTheSameRoad() {
        EmotionDistributions message = channel.answer(image("release"));

        assertThat(message.getFaces()).isEmpty();
    }

    @Test
    void bytesThatAreNoTileAreUnreadable() {
        FaceFeatures wrong = face(StepStatus.ok, null, ByteBuffer.allocate(99), ByteBuffer.wrap(COMPONENTS.toBytes()));

        assertThatThrownBy(() -> channel.answer(image("release", wrong)))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("tile of a face")
                .hasMessageContaining("99");
    }

    @Test
    void aTileOfAnotherNumberOfPlanesThanTheReleasesIsUnreadable() {
        failure = new IllegalArgumentException("model-2 expects tiles of 3 planes, found one of 1");
        FaceFeatures grey = face(StepStatus.ok, null, TILE.pixels(), ByteBuffer.wrap(COMPONENTS.toBytes()));

        assertThatThrownBy(() -> channel.answer(image("release", grey)))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("3 planes");
    }

    @Test
    void whatNoMessageOfTheChainSaysIsUnreadable() {
        FaceFeatures failed = face(StepStatus.failed, "why", ByteBuffer.allocate(0), ByteBuffer.allocate(0));
        ImageFeatures longId = image("release");
        longId.setImageId("k".repeat(1025));
        ImageFeatures longSource = image("release");
        longSource.setSourceId("k".repeat(1025));
        List<ImageFeatures> hostile = List.of(
                longId,
                longSource,
                image("../release"),
                image(""),
                image("release", Collections.nCopies(65, failed).toArray(FaceFeatures[]::new)),
                image(
                        "release",
                        face(StepStatus.failed, "x".repeat(3001), ByteBuffer.allocate(0), ByteBuffer.allocate(0))));

        assertThat(hostile).allSatisfy(image -> assertThatThrownBy(() -> channel.apply(record(input.write(image))))
                .isInstanceOf(UnreadableMessageException.class));
    }

    @Test
    void aReasonThatTheNetworkGivesIsCut() {
        failure = new NetworkException("x".repeat(5000), null);
        FaceFeatures ok = face(StepStatus.ok, null, TILE.pixels(), ByteBuffer.wrap(COMPONENTS.toBytes()));

        assertThat(channel.answer(image("release", ok)).getFaces().get(0).getReason())
                .hasSize(500);
    }

    @Test
    void anUnknownReleaseIsNobodysRecord() {
        assertThatThrownBy(() -> channel.answer(image("other")))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("other");
    }

    private static FaceFeatures face(StepStatus status, String reason, ByteBuffer tile, ByteBuffer components) {
        return new FaceFeatures(new Box(1, 2, 3, 4), 2.5f, status, reason, tile, components);
    }

    private static ImageFeatures image(String releaseId, FaceFeatures... faces) {
        ImageFeatures image = new ImageFeatures();
        image.setImageId("key");
        image.setDigest(ByteBuffer.wrap(new byte[16]));
        image.setEnteredAt(Instant.ofEpochMilli(7));
        image.setWidth(640);
        image.setHeight(480);
        image.setReleaseId(releaseId);
        image.setTileChannels(1);
        image.setFaces(List.of(faces));
        return image;
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>("images.features", 0, 0, "key".getBytes(StandardCharsets.UTF_8), value);
    }
}
