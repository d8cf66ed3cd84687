package org.emotionstream.combiner.join;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.Box;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.FaceDistribution;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.StepStatus;
import org.emotionstream.schemas.TakenOutcome;

/** Distributions as the workers send them, made up. */
public final class Messages {
    public static final String RELEASE = "one";
    public static final String OTHER_RELEASE = "two";
    public static final Instant ENTERED = Instant.parse("2026-01-01T12:00:00Z");

    private Messages() {}

    /** A picture whose digest is 16 times this byte, with these faces, from this network. */
    public static EmotionDistributions of(String imageId, int digest, String model, FaceDistribution... faces) {
        byte[] bytes = new byte[ImageIdentity.DIGEST_BYTES];
        Arrays.fill(bytes, (byte) digest);
        return EmotionDistributions.newBuilder()
                .setImageId(imageId)
                .setDigest(ByteBuffer.wrap(bytes))
                .setSourceId("camera-7")
                .setEnteredAt(ENTERED)
                .setWidth(640)
                .setHeight(480)
                .setReleaseId(RELEASE)
                .setModel(model)
                .setFaces(List.of(faces))
                .build();
    }

    /** What the landmarker tells of a picture that goes on, from this offset of the first partition. */
    public static ImageTaken taken(String imageId, int digest, long offset) {
        EmotionDistributions picture = of(imageId, digest, "model-1");
        return ImageTaken.newBuilder()
                .setImageId(imageId)
                .setDigest(picture.getDigest())
                .setSourceId(picture.getSourceId())
                .setEnteredAt(ENTERED)
                .setPartition(0)
                .setOffset(offset)
                .setPictureBytes(30_000)
                .setOutcome(TakenOutcome.forwarded)
                .setReleaseId(RELEASE)
                .build();
    }

    /** The same, but rejected. */
    public static ImageTaken rejected(ImageTaken message) {
        return ImageTaken.newBuilder(message)
                .setOutcome(TakenOutcome.rejected)
                .setReason("not-a-picture")
                .setReleaseId(null)
                .build();
    }

    /** The same picture replayed: this attempt, from another offset. */
    public static ImageTaken replayed(ImageTaken message, int attempt) {
        return ImageTaken.newBuilder(message)
                .setAttempt(attempt)
                .setOffset(message.getOffset() + 1000L * attempt)
                .build();
    }

    /** The same from another release. */
    public static EmotionDistributions ofOtherRelease(EmotionDistributions message) {
        return EmotionDistributions.newBuilder(message)
                .setReleaseId(OTHER_RELEASE)
                .build();
    }

    /** A face at this place, for which a network is this sure of one class; the rest is shared evenly. */
    public static FaceDistribution face(int left, Emotion emotion, double probability) {
        return face(left, StepStatus.ok, null, sure(emotion, probability).toBytes());
    }

    /** A face for which these bytes are to be its probabilities. */
    public static FaceDistribution face(int left, ByteBuffer probabilities) {
        return face(left, StepStatus.ok, null, probabilities.array());
    }

    /** A face that no network could look at. */
    public static FaceDistribution unmeasurable(int left, String feature) {
        return face(left, StepStatus.unmeasurable, feature, new byte[0]);
    }

    /** A face on which a network failed. */
    public static FaceDistribution failed(int left, String reason) {
        return face(left, StepStatus.failed, reason, new byte[0]);
    }

    /** Nine probabilities: this one for this class, the rest shared evenly. */
    public static EmotionDistribution sure(Emotion emotion, double probability) {
        float[] probabilities = new float[Emotion.COUNT];
        Arrays.fill(probabilities, (float) ((1 - probability) / (Emotion.COUNT - 1)));
        probabilities[emotion.ordinal()] = (float) probability;
        return EmotionDistribution.of(probabilities);
    }

    /** What the identity head makes of these: softmax of the sum, scaled by 4/n; one is left as it is. */
    public static float[] combined(EmotionDistribution... distributions) {
        if (distributions.length == 1) {
            return distributions[0].toArray();
        }
        double[] exponentials = IntStream.range(0, Emotion.COUNT)
                .mapToDouble(i -> Math.exp(Arrays.stream(distributions)
                                .mapToDouble(distribution -> distribution.toArray()[i])
                                .sum()
                        * 4
                        / distributions.length))
                .toArray();
        double sum = Arrays.stream(exponentials).sum();
        float[] probabilities = new float[Emotion.COUNT];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = (float) (exponentials[i] / sum);
        }
        return probabilities;
    }

    private static FaceDistribution face(int left, StepStatus status, String reason, byte[] probabilities) {
        return FaceDistribution.newBuilder()
                .setBox(new Box(left, 20, 80, 90))
                .setScore(0.5f)
                .setStatus(status)
                .setReason(reason)
                .setProbabilities(ByteBuffer.wrap(probabilities))
                .build();
    }
}
