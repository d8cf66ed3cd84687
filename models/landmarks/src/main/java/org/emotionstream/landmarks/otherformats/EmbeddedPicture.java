package org.emotionstream.landmarks.otherformats;

import java.util.Optional;
import java.util.OptionalInt;

/** A picture that does not begin at the first byte: behind a length, a header, the envelope of a serializer. */
final class EmbeddedPicture {
    /** The layout of Confluent has five bytes before a message, and a picture in it a length before it. */
    private static final int BEFORE_ANY_MESSAGE = 5;

    private EmbeddedPicture() {}

    static Optional<OtherFormat> of(FirstBytes bytes) {
        return until(bytes, bytes.length());
    }

    /** One so near to the beginning that no {@code RawImage} can be around it. */
    static Optional<OtherFormat> tooNearForAvro(FirstBytes bytes) {
        return until(bytes, Math.min(bytes.length(), BEFORE_ANY_MESSAGE + 1));
    }

    /** The format whose first bytes stand at this offset. */
    static Optional<String> formatAt(FirstBytes bytes, int offset) {
        if (bytes.has(offset, "\u00FF\u00D8\u00FF")) {
            return Optional.of("JPEG");
        } else if (bytes.has(offset, "\u0089PNG\r\n\u001A\n")) {
            return Optional.of("PNG");
        }
        return bytes.has(offset, "RIFF") && bytes.has(offset + 8, "WEBP") ? Optional.of("WebP") : Optional.empty();
    }

    private static Optional<OtherFormat> until(FirstBytes bytes, int end) {
        OptionalInt found = java.util.stream.IntStream.range(1, end)
                .filter(offset -> formatAt(bytes, offset).isPresent())
                .findFirst();
        return found.isEmpty()
                ? Optional.empty()
                : formatAt(bytes, found.getAsInt())
                        .map(format -> new OtherFormat(
                                "no picture from its first byte on; a " + format + " begins after " + found.getAsInt()
                                        + (found.getAsInt() == 1 ? " byte" : " bytes"),
                                "send the bytes from there on"));
    }
}
