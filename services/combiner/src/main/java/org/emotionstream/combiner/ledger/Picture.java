package org.emotionstream.combiner.ledger;

import java.time.Instant;
import java.util.Optional;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageTaken;

/**
 * What the ledger says of a picture, whatever becomes of it.
 *
 * @param sourceId the camera or folder, where its producer named it
 * @param enteredAt when the broker took the raw record
 * @param releaseId the release it is pinned to; empty when it was rejected
 */
public record Picture(
        ImageIdentity identity, Optional<String> sourceId, Instant enteredAt, Optional<String> releaseId) {
    /** The picture that this intake record announces. */
    public static Picture of(ImageTaken message) {
        return new Picture(
                ImageIdentity.of(message),
                Optional.ofNullable(message.getSourceId()),
                message.getEnteredAt(),
                Optional.ofNullable(message.getReleaseId()));
    }

    /** The picture that a network has looked at. */
    public static Picture of(EmotionDistributions message) {
        return new Picture(
                ImageIdentity.of(message),
                Optional.ofNullable(message.getSourceId()),
                message.getEnteredAt(),
                Optional.of(message.getReleaseId()));
    }
}
