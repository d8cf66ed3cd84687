package org.emotionstream.featurizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.Releases;
import org.emotionstream.contract.Tile;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.loop.LoopMetrics;
import org.emotionstream.events.releases.Releasing;
import org.emotionstream.events.wire.AvroMessages;
import org.emotionstream.events.wire.Schemas;
import org.emotionstream.events.wire.UnreadableMessageException;
import org.emotionstream.features.FeatureLayout;
import org.emotionstream.features.FeatureProjection;
import org.emotionstream.features.LandmarksToFeatures;
import org.emotionstream.schemas.Box;
import org.emotionstream.schemas.FaceFeatures;
import org.emotionstream.schemas.FaceLandmarks;
import org.emotionstream.schemas.ImageFeatures;
import org.emotionstream.schemas.ImageLandmarks;
import org.emotionstream.schemas.StepStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturizerChannelTest {
    private static final ByteBuffer TILE = ByteBuffer.wrap(new byte[Tile.PLANE_BYTES]);
    private static final Landmarks SCATTERED =
            Landmarks.of(new Random(1).ints(136, 0, 100).toArray());
    private static final Landmarks COINCIDING = Landmarks.of(new int[136]);

    private final AvroMessages<ImageLandmarks> input = new AvroMessages<>(ImageLandmarks.class);
    private final AvroMessages<ImageFeatures> output = new AvroMessages<>(ImageFeatures.class);
    private FeaturizerChannel channel;

    @BeforeEach
    void open(@TempDir Path releases) throws IOException {
        ReleaseFolder.write(releases, "release");
        double[] ones = new double[FeatureLayout.COUNT];
        Arrays.fill(ones, 1);
        double[][] components = new double[FeatureVector.COMPONENTS][FeatureLayout.COUNT];
        FeatureProjection projection = FeatureProjection.of(new double[FeatureLayout.COUNT], ones, components);
        channel = new FeaturizerChannel(
                FeaturizerChannel.stage(new Topics(""), 1),
                new ReleasedSteps<>(new Releases(releases), stored -> new LandmarksToFeatures(projection)),
                Releasing.FIXED,
                Schemas.none(),
                new LoopMetrics(new SimpleMeterRegistry(), "test"));
    }

    @Test
    void facesAreMeasuredAndKeepTheirPlaceAndTile() {
        FaceLandmarks ok = face(StepStatus.ok, null, SCATTERED.toBytes());
        FaceLandmarks unmeasurable = face(StepStatus.ok, null, COINCIDING.toBytes());
        FaceLandmarks failed = face(StepStatus.failed, "the predictor failed", new byte[0]);

        var records = channel.apply(record(input.write(image("release", ok, unmeasurable, failed))));

        assertThat(records).hasSize(1);
        assertThat(records.get(0).topic()).isEqualTo("images.features");
        assertThat(records.get(0).key()).isEqualTo("key".getBytes(StandardCharsets.UTF_8));
        ImageFeatures message = output.read(records.get(0).value());
        assertThat(message.getImageId()).isEqualTo("key");
        assertThat(message.getReleaseId()).isEqualTo("release");
        assertThat(message.getTileChannels()).isEqualTo(1);
        FaceFeatures first = message.getFaces().get(0);
        assertThat(first.getStatus()).isEqualTo(StepStatus.ok);
        assertThat(first.getTile()).isEqualTo(TILE);
        assertThat(first.getComponents().remaining()).isEqualTo(132);
        assertThat(first.getBox()).isEqualTo(ok.getBox());
        FaceFeatures second = message.getFaces().get(1);
        assertThat(second.getStatus()).isEqualTo(StepStatus.unmeasurable);
        assertThat(second.getReason()).isNotEmpty();
        assertThat(second.getComponents().remaining()).isZero();
        FaceFeatures third = message.getFaces().get(2);
        assertThat(third.getStatus()).isEqualTo(StepStatus.failed);
        assertThat(third.getReason()).isEqualTo("the predictor failed");
    }

    @Test
    void bytesThatAreNoPointsAreUnreadable() {
        assertThatThrownBy(() -> channel.answer(image("release", face(StepStatus.ok, null, new byte[7]))))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("points of a face")
                .hasMessageContaining("7");
    }

    @Test
    void whatNoMessageOfTheChainSaysIsUnreadable() {
        FaceLandmarks failed = face(StepStatus.failed, "why", new byte[0]);
        ImageLandmarks longId = image("release");
        longId.setImageId("k".repeat(1025));
        List<ImageLandmarks> hostile = List.of(
                longId,
                image("../release"),
                image("release", Collections.nCopies(65, failed).toArray(FaceLandmarks[]::new)));

        assertThat(hostile).allSatisfy(image -> assertThatThrownBy(() -> channel.apply(record(input.write(image))))
                .isInstanceOf(UnreadableMessageException.class));
    }

    @Test
    void anUnknownReleaseIsNobodysRecord() {
        assertThatThrownBy(() -> channel.answer(image("other")))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("other");
    }

    private static FaceLandmarks face(StepStatus status, String reason, byte[] points) {
        FaceLandmarks face = new FaceLandmarks();
        face.setBox(new Box(1, 2, 3, 4));
        face.setScore(2.5f);
        face.setStatus(status);
        face.setReason(reason);
        face.setTile(TILE);
        face.setPoints(ByteBuffer.wrap(points));
        return face;
    }

    private static ImageLandmarks image(String releaseId, FaceLandmarks... faces) {
        ImageLandmarks image = new ImageLandmarks();
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
        return new ConsumerRecord<>("images.landmarks", 0, 0, "key".getBytes(StandardCharsets.UTF_8), value);
    }
}
