package org.emotionstream.landmarker;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.emotionstream.events.wire.ImageIdentity;
import org.emotionstream.landmarks.PictureOutcome.Rejected;

/** A record of {@code images.raw}, understood or not. */
sealed interface RawRecord {
    /** The image id, also of a picture that is rejected, and the digest of {@link #encoded}. */
    ImageIdentity identity();

    /** Names the picture, also when it is rejected; the key of all that follows. */
    default String imageId() {
        return identity().imageId();
    }

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
    record Picture(ImageIdentity identity, Optional<String> sourceId, Optional<Instant> capturedAt, ByteBuffer encoded)
            implements RawRecord {}

    /**
     * A record that holds no picture to look at.
     *
     * @param why what was expected and what came
     */
    record Refused(ImageIdentity identity, Optional<String> sourceId, ByteBuffer encoded, Rejected why)
            implements RawRecord {}
}
