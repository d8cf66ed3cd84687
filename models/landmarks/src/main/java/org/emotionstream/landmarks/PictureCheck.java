package org.emotionstream.landmarks;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.emotionstream.landmarks.PictureOutcome.Rejected;
import org.emotionstream.landmarks.header.PictureHeader;
import org.emotionstream.landmarks.header.PictureHeader.Broken;
import org.emotionstream.landmarks.header.PictureHeader.Complete;
import org.emotionstream.landmarks.header.PictureHeader.NotAPicture;
import org.emotionstream.landmarks.header.PictureHeader.Truncated;

/** All that can be held against a picture before it is decoded. */
record PictureCheck(PictureLimits limits) {
    /** Whether a picture is to be decoded. */
    sealed interface Result permits Fine, Rejected {}

    /** Nothing speaks against decoding a picture with this header. */
    record Fine(Complete header) implements Result {}

    /** Whether this picture is to be decoded. */
    Result check(ByteBuffer encoded) {
        int length = encoded.remaining();
        if (length == 0) {
            return new Rejected(RejectionReason.EMPTY, "expected a picture, there are no bytes");
        }
        if (length > limits.bytes()) {
            return new Rejected(
                    RejectionReason.TOO_LARGE, "it has " + length + " bytes, at most " + limits.bytes() + " are read");
        }
        PictureHeader header = PictureHeader.read(encoded);
        if (header instanceof NotAPicture other) {
            return new Rejected(RejectionReason.NOT_A_PICTURE, other.message());
        } else if (header instanceof Truncated truncated) {
            return new Rejected(RejectionReason.TRUNCATED, truncated.message());
        } else if (header instanceof Broken broken) {
            return new Rejected(RejectionReason.UNREADABLE, broken.message());
        }
        Complete complete = (Complete) header;
        return checkSize(complete.width(), complete.height())
                .<Result>map(rejected -> rejected)
                .orElseGet(() -> new Fine(complete));
    }

    /** Why a picture of this size in pixels is not to be decoded; empty when it is. */
    Optional<Rejected> checkSize(long width, long height) {
        if (width * height > limits.decodedPixels()) {
            return Optional.of(new Rejected(
                    RejectionReason.TOO_MANY_PIXELS,
                    "a picture of " + width + " x " + height + " pixels: at most " + limits.decodedPixels()
                            + " pixels are decoded"));
        }
        return Optional.empty();
    }
}
