package org.emotionstream.combiner.ledger;

import java.time.Instant;
import org.emotionstream.schemas.EmotionDistributions;
import org.emotionstream.schemas.ImageTaken;

/**
 * An image that has no outcome yet.
 *
 * @param picture which
 * @param intake of its raw record
 */
public record OpenImage(Picture picture, Intake intake) {
    /** The image that this intake record announces. */
    public static OpenImage of(ImageTaken message) {
        return new OpenImage(Picture.of(message), Intake.of(message));
    }

    /**
     * The image that these distributions are of.
     *
     * @param intake what was known of its raw record before
     */
    public static OpenImage of(EmotionDistributions message, Intake intake) {
        return new OpenImage(Picture.of(message), intake);
    }

    /** When the broker took the raw record. */
    public Instant enteredAt() {
        return picture.enteredAt();
    }
}
