package org.emotionstream.combiner.ledger;

import java.time.Instant;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageTaken;

/**
 * An image that has no outcome yet.
 *
 * @param picture which
 * @param origin the raw record it came from
 */
public record OpenImage(Picture picture, Origin origin) {
    /** As the landmarker tells of it. */
    public static OpenImage of(ImageTaken message) {
        return new OpenImage(Picture.of(message), Origin.of(message));
    }

    /**
     * As a network tells of it.
     *
     * @param origin what was known before
     */
    public static OpenImage of(EmotionDistributions message, Origin origin) {
        return new OpenImage(Picture.of(message), origin);
    }

    /** When the broker took the raw record. */
    public Instant enteredAt() {
        return picture.enteredAt();
    }
}
