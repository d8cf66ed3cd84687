package org.emotionstream.combiner.join;

import java.util.List;
import org.emotionstream.schemas.Box;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.FaceDistribution;

/**
 * One journey of a picture through the chain. A landmarker that dies before it commits takes its pictures
 * again, perhaps with another release or another smallest face: then distributions of two attempts arrive,
 * and only those of one may be combined.
 *
 * @param releaseId the release of the models
 * @param boxes of the faces, in order: the index of a face means the same only where these are the same
 */
public record Attempt(String releaseId, List<Box> boxes) {
    /** The attempt that this message belongs to. */
    public static Attempt of(EmotionDistributions message) {
        return new Attempt(
                message.getReleaseId(),
                message.getFaces().stream().map(FaceDistribution::getBox).toList());
    }
}
