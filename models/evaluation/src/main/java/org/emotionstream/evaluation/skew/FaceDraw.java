package org.emotionstream.evaluation.skew;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Sha256;
import org.emotionstream.evaluation.dataset.LabelledPicture;

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
        return ByteBuffer.wrap(Sha256.of(seed + ":" + id)).getLong();
    }
}
