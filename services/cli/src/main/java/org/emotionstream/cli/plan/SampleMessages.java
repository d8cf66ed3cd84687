package org.emotionstream.cli.plan;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.emotionstream.contract.NetworkSubsets;
import org.emotionstream.schemas.Box;
import org.emotionstream.schemas.Emotion;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.FaceDistribution;
import org.emotionstream.schemas.FaceEmotion;
import org.emotionstream.schemas.FaceFeatures;
import org.emotionstream.schemas.FaceLandmarks;
import org.emotionstream.schemas.FaceStatus;
import org.emotionstream.schemas.ImageEmotions;
import org.emotionstream.schemas.ImageFeatures;
import org.emotionstream.schemas.ImageLandmarks;
import org.emotionstream.schemas.ImageStatus;
import org.emotionstream.schemas.ImageTaken;
import org.emotionstream.schemas.LedgerEntry;
import org.emotionstream.schemas.LedgerState;
import org.emotionstream.schemas.StepStatus;
import org.emotionstream.schemas.TakenOutcome;

/**
 * One message of each type, as large as usual: an image id of 20 characters, a grey tile a face.
 *
 * @param faces in each message that lists faces
 */
record SampleMessages(int faces) {
    private static final String IMAGE_ID = "camera-0001/00000001";
    private static final String SOURCE = "camera-0001";
    private static final String RELEASE = "2026-11-second";
    private static final Instant TIME = Instant.parse("2026-11-30T12:00:00Z");
    private static final int SIDE = 1_000;
    private static final int SMALLEST_FACE = 80;
    private static final Box BOX = new Box(SIDE, SIDE, SIDE, SIDE);
    private static final int DIGEST = 16;
    private static final int TILE = 100 * 100;
    private static final int POINTS = 68 * 2 * Short.BYTES;
    private static final int COMPONENTS = 33 * Float.BYTES;
    private static final int PROBABILITIES = 9 * Float.BYTES;

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count);
    }

    private <T> List<T> each(T face) {
        return Collections.nCopies(faces, face);
    }

    ImageTaken taken() {
        return ImageTaken.newBuilder()
                .setImageId(IMAGE_ID)
                .setDigest(bytes(DIGEST))
                .setSourceId(SOURCE)
                .setEnteredAt(TIME)
                .setPartition(SIDE)
                .setOffset(Integer.MAX_VALUE)
                .setPictureBytes(SIDE * SIDE)
                .setAttempt(1)
                .setOutcome(TakenOutcome.forwarded)
                .setReleaseId(RELEASE)
                .build();
    }

    ImageLandmarks landmarks() {
        FaceLandmarks face = FaceLandmarks.newBuilder()
                .setBox(BOX)
                .setScore(1)
                .setStatus(StepStatus.ok)
                .setTileLeft(0)
                .setTileTop(0)
                .setTileWidth(1)
                .setTileHeight(1)
                .setTile(bytes(TILE))
                .setPoints(bytes(POINTS))
                .build();
        return ImageLandmarks.newBuilder()
                .setImageId(IMAGE_ID)
                .setDigest(bytes(DIGEST))
                .setSourceId(SOURCE)
                .setCapturedAt(TIME)
                .setEnteredAt(TIME)
                .setWidth(SIDE)
                .setHeight(SIDE)
                .setReleaseId(RELEASE)
                .setSmallestFace(SMALLEST_FACE)
                .setTileChannels(1)
                .setFaces(each(face))
                .build();
    }

    ImageFeatures features() {
        FaceFeatures face = FaceFeatures.newBuilder()
                .setBox(BOX)
                .setScore(1)
                .setStatus(StepStatus.ok)
                .setTile(bytes(TILE))
                .setComponents(bytes(COMPONENTS))
                .build();
        return ImageFeatures.newBuilder()
                .setImageId(IMAGE_ID)
                .setDigest(bytes(DIGEST))
                .setSourceId(SOURCE)
                .setCapturedAt(TIME)
                .setEnteredAt(TIME)
                .setWidth(SIDE)
                .setHeight(SIDE)
                .setReleaseId(RELEASE)
                .setSmallestFace(SMALLEST_FACE)
                .setTileChannels(1)
                .setFaces(each(face))
                .build();
    }

    EmotionDistributions distributions() {
        FaceDistribution face = FaceDistribution.newBuilder()
                .setBox(BOX)
                .setScore(1)
                .setStatus(StepStatus.ok)
                .setProbabilities(bytes(PROBABILITIES))
                .build();
        return EmotionDistributions.newBuilder()
                .setImageId(IMAGE_ID)
                .setDigest(bytes(DIGEST))
                .setSourceId(SOURCE)
                .setCapturedAt(TIME)
                .setEnteredAt(TIME)
                .setWidth(SIDE)
                .setHeight(SIDE)
                .setReleaseId(RELEASE)
                .setSmallestFace(SMALLEST_FACE)
                .setModel(NetworkSubsets.NETWORKS.get(0))
                .setFaces(each(face))
                .build();
    }

    ImageEmotions emotions() {
        FaceEmotion face = FaceEmotion.newBuilder()
                .setBox(BOX)
                .setScore(1)
                .setStatus(FaceStatus.emotion)
                .setEmotion(Emotion.happy)
                .setConfidence(1)
                .setMargin(1)
                .setProbabilities(bytes(PROBABILITIES))
                .setModelProbabilities(bytes(NetworkSubsets.NETWORKS.size() * PROBABILITIES))
                .build();
        return ImageEmotions.newBuilder()
                .setImageId(IMAGE_ID)
                .setDigest(bytes(DIGEST))
                .setSourceId(SOURCE)
                .setCapturedAt(TIME)
                .setEnteredAt(TIME)
                .setWidth(SIDE)
                .setHeight(SIDE)
                .setReleaseId(RELEASE)
                .setSmallestFace(SMALLEST_FACE)
                .setStatus(faces == 0 ? ImageStatus.no_face : ImageStatus.faces)
                .setPartial(false)
                .setModels(NetworkSubsets.NETWORKS)
                .setRevision(1)
                .setCompletedAt(TIME)
                .setFaces(each(face))
                .build();
    }

    LedgerEntry entry() {
        return LedgerEntry.newBuilder()
                .setImageId(IMAGE_ID)
                .setDigest(bytes(DIGEST))
                .setSourceId(SOURCE)
                .setEnteredAt(TIME)
                .setState(LedgerState.complete)
                .setAttempt(1)
                .setRevision(1)
                .setModels(NetworkSubsets.NETWORKS)
                .setReleaseId(RELEASE)
                .setChangedAt(TIME)
                .build();
    }
}
