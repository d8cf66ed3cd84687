package org.emotionstream.cli.answers;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.schemas.Box;
import org.emotionstream.schemas.Emotion;
import org.emotionstream.schemas.FaceEmotion;
import org.emotionstream.schemas.FaceLandmarks;
import org.emotionstream.schemas.FaceStatus;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageLandmarks;
import org.emotionstream.schemas.ImageStatus;
import org.emotionstream.schemas.StepStatus;

/** Messages as the chain would send them, for tests of this module. */
public final class Messages {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final Instant ENTERED = Instant.parse("2026-01-02T03:04:05.678Z");

    private Messages() {}

    /** The answer for a picture of 640 x 480 pixels with these faces. */
    public static ImageEmotions emotions(String imageId, List<FaceEmotion> faces) {
        return ImageEmotions.newBuilder()
                .setImageId(imageId)
                .setDigest(ByteBuffer.wrap(new byte[] {1, 2, (byte) 0xFF}))
                .setSourceId("camera-7")
                .setEnteredAt(ENTERED)
                .setWidth(640)
                .setHeight(480)
                .setReleaseId("release-1")
                .setStatus(faces.isEmpty() ? ImageStatus.no_face : ImageStatus.faces)
                .setPartial(false)
                .setModels(List.of("model-1", "model-2", "model-3", "model-4"))
                .setRevision(1)
                .setCompletedAt(ENTERED.plusMillis(250))
                .setFaces(faces)
                .build();
    }

    /** A happy face: .75 happy, .25 neutral. */
    public static FaceEmotion happy(int left, int top, int side) {
        return face(new Box(left, top, side, side), FaceStatus.emotion)
                .setEmotion(Emotion.happy)
                .setConfidence(0.75f)
                .setMargin(0.5f)
                .setProbabilities(probabilities(0.25f, 0.75f))
                .build();
    }

    /** A face that could not be measured: no network ran. */
    public static FaceEmotion unmeasurable(int left, int top, int side) {
        return face(new Box(left, top, side, side), FaceStatus.unmeasurable)
                .setReason("ratio-3")
                .build();
    }

    /** A face that the networks took for none. */
    public static FaceEmotion notAFace(int left, int top, int side) {
        return face(new Box(left, top, side, side), FaceStatus.not_a_face)
                .setConfidence(1)
                .setMargin(1)
                .setProbabilities(probabilities(0, 0, 0, 0, 0, 0, 0, 0, 1))
                .build();
    }

    private static FaceEmotion.Builder face(Box box, FaceStatus status) {
        return FaceEmotion.newBuilder()
                .setBox(box)
                .setScore(1.5f)
                .setStatus(status)
                .setConfidence(0)
                .setMargin(0)
                .setProbabilities(NOTHING)
                .setModelProbabilities(NOTHING);
    }

    private static ByteBuffer probabilities(float... first) {
        return ByteBuffer.wrap(
                EmotionDistribution.of(java.util.Arrays.copyOf(first, 9)).toBytes());
    }

    /** Landmarks on the diagonal of each face's tile, which is the box itself: point i at (i, i). */
    public static ImageLandmarks landmarks(ImageEmotions image) {
        List<FaceLandmarks> faces = new ArrayList<>();
        int[] diagonal = new int[2 * Landmarks.COUNT];
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = i / 2;
        }
        for (FaceEmotion face : image.getFaces()) {
            faces.add(FaceLandmarks.newBuilder()
                    .setBox(face.getBox())
                    .setScore(face.getScore())
                    .setStatus(StepStatus.ok)
                    .setTileLeft(face.getBox().getLeft())
                    .setTileTop(face.getBox().getTop())
                    .setTileWidth(face.getBox().getWidth())
                    .setTileHeight(face.getBox().getHeight())
                    .setTile(NOTHING)
                    .setPoints(ByteBuffer.wrap(Landmarks.of(diagonal).toBytes()))
                    .build());
        }
        return ImageLandmarks.newBuilder()
                .setImageId(image.getImageId())
                .setDigest(image.getDigest())
                .setEnteredAt(ENTERED)
                .setWidth(image.getWidth())
                .setHeight(image.getHeight())
                .setReleaseId(image.getReleaseId())
                .setTileChannels(1)
                .setFaces(faces)
                .build();
    }
}
