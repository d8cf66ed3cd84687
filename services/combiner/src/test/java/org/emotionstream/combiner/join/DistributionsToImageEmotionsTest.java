package org.emotionstream.combiner.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.emotionstream.combiner.join.Messages.combined;
import static org.emotionstream.combiner.join.Messages.face;
import static org.emotionstream.combiner.join.Messages.failed;
import static org.emotionstream.combiner.join.Messages.sure;
import static org.emotionstream.combiner.join.Messages.unmeasurable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.NetworkSubsets;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.ReleaseFolder;
import org.emotionstream.contract.ReleasedSteps;
import org.emotionstream.contract.Releases;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.FaceDistribution;
import org.emotionstream.schemas.FaceEmotion;
import org.emotionstream.schemas.FaceStatus;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionsToImageEmotionsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:01Z");

    @TempDir
    private Path releases;

    private DistributionsToImageEmotions step;

    @BeforeEach
    void aReleaseWhoseHeadIsTheIdentityAndOneWhoseHeadTellsWhoAnswered() throws IOException {
        ReleaseFolder.write(releases, Messages.RELEASE);
        ReleaseFolder.write(releases, Messages.OTHER_RELEASE, ReleaseFolder.tellingHead());
        step = new DistributionsToImageEmotions(
                new ReleasedSteps<>(new Releases(releases), DistributionsToEmotion::of));
    }

    @Test
    void fourNetworksMakeAnEmotionAndTheEnvelopeTravelsAlong() {
        ImageEmotions answer = answer(new JoinOutcome.Complete(messages(
                face(10, Emotion.HAPPY, 0.9),
                face(10, Emotion.HAPPY, 0.5),
                face(10, Emotion.SAD, 0.6),
                face(10, Emotion.HAPPY, 0.7))));

        assertThat(answer.getImageId()).isEqualTo("a");
        assertThat(answer.getSourceId()).isEqualTo("camera-7");
        assertThat(answer.getEnteredAt()).isEqualTo(Messages.ENTERED);
        assertThat(answer.getWidth()).isEqualTo(640);
        assertThat(answer.getReleaseId()).isEqualTo(Messages.RELEASE);
        assertThat(answer.getStatus()).isEqualTo(ImageStatus.faces);
        assertThat(answer.getPartial()).isFalse();
        assertThat(answer.getRevision()).isEqualTo(1);
        assertThat(answer.getCompletedAt()).isEqualTo(NOW);
        assertThat(answer.getModels()).containsExactly("model-1", "model-2", "model-3", "model-4");
        FaceEmotion face = answer.getFaces().get(0);
        assertThat(face.getStatus()).isEqualTo(FaceStatus.emotion);
        assertThat(face.getReason()).isNull();
        assertThat(face.getEmotion()).isEqualTo(org.emotionstream.schemas.Emotion.happy);
        assertThat(face.getBox().getLeft()).isEqualTo(10);
        EmotionDistribution[] four = {
            sure(Emotion.HAPPY, 0.9), sure(Emotion.HAPPY, 0.5), sure(Emotion.SAD, 0.6), sure(Emotion.HAPPY, 0.7)
        };
        assertThat(distribution(face).toArray()).containsExactly(combined(four), within(1e-6f));
        assertThat(face.getConfidence()).isEqualTo(distribution(face).confidence());
        assertThat(face.getMargin()).isEqualTo(distribution(face).margin());
        assertThat(ofModels(face)).containsExactly(four);
    }

    @Test
    void theSmallestFaceIsTheLargestThatAnyNetworkWasGiven() {
        List<EmotionDistributions> four = messages(
                face(10, Emotion.HAPPY, 0.9),
                face(10, Emotion.HAPPY, 0.5),
                face(10, Emotion.SAD, 0.6),
                face(10, Emotion.HAPPY, 0.7));

        assertThat(answer(new JoinOutcome.Complete(four)).getSmallestFace()).isNull();

        // The first is of a worker that does not know the field yet.
        four.get(1).setSmallestFace(40);
        four.get(2).setSmallestFace(80);
        four.get(3).setSmallestFace(40);

        assertThat(answer(new JoinOutcome.Complete(four)).getSmallestFace()).isEqualTo(80);
    }

    @Test
    void fewerNetworksAnswerTogether() {
        FaceDistribution[] faces = {
            face(10, Emotion.HAPPY, 0.9), face(10, Emotion.SAD, 0.5), face(10, Emotion.HAPPY, 0.6)
        };
        for (int networks = 1; networks <= 3; networks++) {
            ImageEmotions answer = answer(new JoinOutcome.Partial(messages(Arrays.copyOf(faces, networks))));

            FaceEmotion face = answer.getFaces().get(0);
            assertThat(answer.getPartial()).isTrue();
            assertThat(answer.getModels()).hasSize(networks);
            assertThat(distribution(face).toArray()).containsExactly(combined(ofModels(face)), within(1e-6f));
            assertThat(ofModels(face)).hasSize(networks);
        }
    }

    @Test
    void theHeadOfExactlyThoseThatAnsweredIsUsed() {
        for (List<String> networks : NetworkSubsets.ALL) {
            List<EmotionDistributions> messages = networks.stream()
                    .map(network -> Messages.of("a", 1, network, face(10, Emotion.HAPPY, 0.8)))
                    .map(Messages::ofOtherRelease)
                    .toList();

            FaceEmotion face =
                    answer(new JoinOutcome.Partial(messages)).getFaces().get(0);

            assertThat(face.getConfidence()).as("%s", networks).isCloseTo(flattened(networks), within(1e-6f));
        }
    }

    @Test
    void aNetworkThatFailedOnAFaceIsMissingForThatFaceOnly() {
        List<EmotionDistributions> messages = NetworkSubsets.NETWORKS.stream()
                .map(network -> Messages.of(
                        "a",
                        1,
                        network,
                        face(10, Emotion.HAPPY, 0.8),
                        network.equals("model-2") ? failed(20, "not finite") : face(20, Emotion.HAPPY, 0.8)))
                .map(Messages::ofOtherRelease)
                .toList();

        List<FaceEmotion> faces = answer(new JoinOutcome.Complete(messages)).getFaces();

        assertThat(faces.get(0).getConfidence()).isCloseTo(flattened(NetworkSubsets.NETWORKS), within(1e-6f));
        assertThat(faces.get(1).getConfidence())
                .isCloseTo(flattened(List.of("model-1", "model-3", "model-4")), within(1e-6f));
    }

    @Test
    void theSameAnswersGiveTheSameBits() {
        List<EmotionDistributions> inOrder = messages(
                face(10, Emotion.HAPPY, 0.91),
                face(10, Emotion.FEAR, 0.37),
                face(10, Emotion.SAD, 0.63),
                face(10, Emotion.HAPPY, 0.71));
        OpenJoin join = new OpenJoin(NOW, List.of(inOrder.get(3), inOrder.get(1), inOrder.get(0)));
        JoinOutcome.Complete shuffled = (JoinOutcome.Complete) join.arrive(inOrder.get(2));

        assertThat(answer(shuffled)).isEqualTo(answer(new JoinOutcome.Complete(inOrder)));
    }

    @Test
    void eachFaceHasItsOwnStatus() {
        List<EmotionDistributions> messages = IntStream.rangeClosed(1, 4)
                .mapToObj(network -> Messages.of(
                        "a",
                        1,
                        "model-" + network,
                        face(10, Emotion.HAPPY, 0.8),
                        face(20, Emotion.NO_FACE, 0.8),
                        unmeasurable(30, "angle 7"),
                        failed(40, "out of memory"),
                        network == 2 ? failed(50, "not finite") : face(50, Emotion.ANGER, 0.8)))
                .toList();

        List<FaceEmotion> faces = answer(new JoinOutcome.Complete(messages)).getFaces();

        assertThat(faces)
                .extracting(FaceEmotion::getStatus)
                .containsExactly(
                        FaceStatus.emotion,
                        FaceStatus.not_a_face,
                        FaceStatus.unmeasurable,
                        FaceStatus.failed,
                        FaceStatus.emotion);
        assertThat(faces)
                .extracting(FaceEmotion::getReason)
                .containsExactly(null, null, "angle 7", "out of memory", "model-2 failed: not finite");
        assertThat(faces)
                .extracting(face -> face.getProbabilities().remaining())
                .containsExactly(36, 36, 0, 0, 36);
        assertThat(faces)
                .extracting(face -> face.getModelProbabilities().remaining())
                .containsExactly(144, 144, 0, 0, 144);
        assertThat(faces.get(1).getEmotion()).isNull();
        assertThat(faces.get(1).getConfidence()).isPositive();
        assertThat(faces.get(2).getConfidence()).isZero();
        EmotionDistribution anger = sure(Emotion.ANGER, 0.8);
        assertThat(distribution(faces.get(4)).toArray())
                .as("three networks, scaled")
                .containsExactly(combined(anger, anger, anger), within(1e-6f));
        assertThat(faces.get(4).getModelProbabilities().slice(36, 36))
                .as("zeros for the network that failed")
                .isEqualTo(ByteBuffer.allocate(36));
    }

    @Test
    void anImageWithoutAFaceIsAnsweredToo() {
        ImageEmotions answer = answer(new JoinOutcome.Complete(IntStream.rangeClosed(1, 4)
                .mapToObj(network -> Messages.of("a", 1, "model-" + network))
                .toList()));

        assertThat(answer.getStatus()).isEqualTo(ImageStatus.no_face);
        assertThat(answer.getFaces()).isEmpty();
    }

    @Test
    void aMissingReleaseIsNamed() {
        List<EmotionDistributions> messages = messages(face(10, Emotion.HAPPY, 0.9)).stream()
                .map(message -> EmotionDistributions.newBuilder(message)
                        .setReleaseId("three")
                        .build())
                .toList();

        assertThatThrownBy(() -> answer(new JoinOutcome.Partial(messages)))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("there is no release three");
    }

    private ImageEmotions answer(JoinOutcome.Due due) {
        return step.apply(due, NOW, Optional.empty());
    }

    private static List<EmotionDistributions> messages(FaceDistribution... faceOfEachModel) {
        return IntStream.range(0, faceOfEachModel.length)
                .mapToObj(i -> Messages.of("a", 1, "model-" + (i + 1), faceOfEachModel[i]))
                .toList();
    }

    /** What the telling head makes of 0.8 for one class and 0.025 for each of the other eight. */
    private static float flattened(List<String> networks) {
        double exponent = 1 / (1 + NetworkSubsets.mask(networks) / 16.0);
        double best = Math.pow(0.8, exponent);
        return (float) (best / (best + 8 * Math.pow(0.025, exponent)));
    }

    private static EmotionDistribution distribution(FaceEmotion face) {
        return EmotionDistribution.ofBytes(face.getProbabilities());
    }

    private static EmotionDistribution[] ofModels(FaceEmotion face) {
        ByteBuffer bytes = face.getModelProbabilities();
        return IntStream.range(0, bytes.remaining() / 36)
                .mapToObj(i -> EmotionDistribution.ofBytes(bytes.slice(36 * i, 36)))
                .toArray(EmotionDistribution[]::new);
    }
}
