package org.emotionstream.cli.shadow;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.emotionstream.cli.answers.FaceAnswer;
import org.emotionstream.schemas.ImageEmotions;

/**
 * As much of an answer as is compared.
 *
 * @param identity image id and digest: the same picture in both chains
 * @param imageId by which it was sent
 * @param source that it came from; {@code -} where nobody said
 * @param release that it was answered with
 * @param enteredAt when the broker took it
 * @param partial whether networks were missing
 * @param faces in the order of the answer
 */
record AnsweredImage(
        String identity,
        String imageId,
        String source,
        String release,
        Instant enteredAt,
        boolean partial,
        List<FaceAnswer> faces) {
    static AnsweredImage of(ImageEmotions image) {
        return new AnsweredImage(
                image.getImageId() + " " + hex(image.getDigest()),
                image.getImageId(),
                Optional.ofNullable(image.getSourceId()).orElse("-"),
                image.getReleaseId(),
                image.getEnteredAt(),
                image.getPartial(),
                image.getFaces().stream().map(FaceAnswer::of).toList());
    }

    private static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }
}
