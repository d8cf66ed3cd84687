package org.emotionstream.training.skew;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.training.dataset.LabelledPicture;

/** Draws pictures by a hash of their ids: the same ones whatever else the data set holds. */
final class FaceDraw {
    private final long seed;

    FaceDraw(long seed) {
        this.seed = seed;
    }

    /** All pictures of faces, in the order in which they are drawn. */
    List<LabelledPicture> order(List<LabelledPicture> pictures) {
        return pictures.stream()
                .filter(picture ->
                        picture.label().filter(Emotion.NO_FACE::equals).isEmpty())
                .sorted(Comparator.comparingLong((LabelledPicture picture) -> seed(picture.id()))
                        .thenComparing(LabelledPicture::id))
                .toList();
    }

    /** The seed of what is drawn for the picture of this id. */
    long seed(String id) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((seed + ":" + id).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
