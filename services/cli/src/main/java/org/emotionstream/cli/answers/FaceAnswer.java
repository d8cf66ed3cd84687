package org.emotionstream.cli.answers;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.BoundingBox;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.schemas.Box;
import org.emotionstream.schemas.FaceEmotion;
import org.emotionstream.schemas.FaceStatus;
import org.emotionstream.schemas.ImageEmotions;

/**
 * One face of a {@code FaceEmotion} message in the words of the contract.
 *
 * @param box in pixels of the upright picture
 * @param status what became of it
 * @param reason why there is no emotion; empty for none
 * @param emotion only where the status is {@code emotion}
 * @param distribution the nine combined probabilities; empty where no network ran
 */
public record FaceAnswer(
        BoundingBox box,
        FaceStatus status,
        String reason,
        Optional<Emotion> emotion,
        Optional<EmotionDistribution> distribution) {

    /** The faces of this answer, in its order. */
    public static List<FaceAnswer> allOf(ImageEmotions image) {
        return image.getFaces().stream().map(FaceAnswer::of).toList();
    }

    /** The face of this message. */
    public static FaceAnswer of(FaceEmotion face) {
        Box box = face.getBox();
        return new FaceAnswer(
                new BoundingBox(box.getLeft(), box.getTop(), box.getWidth(), box.getHeight()),
                face.getStatus(),
                Optional.ofNullable(face.getReason()).orElse(""),
                Optional.ofNullable(face.getEmotion()).map(emotion -> Emotion.values()[emotion.ordinal()]),
                Optional.of(face.getProbabilities())
                        .filter(ByteBuffer::hasRemaining)
                        .map(EmotionDistribution::ofBytes));
    }

    /** The status as people write it: {@code not a face}. */
    public String statusInWords() {
        return status.name().replace('_', ' ');
    }
}
