package org.emotionstream.landmarker;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** A record of {@code images.raw}, understood or not. */
sealed interface RawRecord {
    /** Names the picture, also when it is rejected; the key of all that follows. */
    String imageId();

    /** The camera or folder. */
    Optional<String> sourceId();

    /** The bytes that the digest is over: of the encoded picture, or the value that holds none; may be empty. */
    ByteBuffer encoded();

    /**
     * A picture that says who it is.
     *
     * @param sourceId the camera or folder
     * @param capturedAt by the camera's clock
     * @param encoded its bytes, whatever they are
     */
    record Picture(String imageId, Optional<String> sourceId, Optional<Instant> capturedAt, ByteBuffer encoded)
            implements RawRecord {}

    /**
     * A record that holds no picture to look at.
     *
     * @param reason one word, for the header and the metric
     * @param message what was expected and what came
     */
    record Refused(String imageId, Optional<String> sourceId, ByteBuffer encoded, String reason, String message)
            implements RawRecord {}
}
