package org.emotionstream.landmarks.header;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.emotionstream.landmarks.otherformats.OtherFormat;
import org.emotionstream.landmarks.otherformats.OtherFormats;

/** What can be told of an encoded picture without decoding it. */
public sealed interface PictureHeader {
    /**
     * A picture whose beginning and end are there, or of a JPEG its beginning and the start of its data; whether it can
     * be decoded, only decoding tells.
     *
     * @param format by the first bytes
     * @param width as stored, before any rotation by EXIF; in pixels, at least 1
     * @param height likewise
     */
    record Complete(PictureFormat format, long width, long height) implements PictureHeader {}

    /**
     * Not one of the formats that we read.
     *
     * @param message what it is, and what to send instead
     */
    record NotAPicture(String message) implements PictureHeader {}

    /**
     * A picture whose end is missing.
     *
     * @param message what was expected where the bytes end
     */
    record Truncated(String message) implements PictureHeader {}

    /**
     * A picture whose header contradicts its format.
     *
     * @param message what was expected, and what is there
     */
    record Broken(String message) implements PictureHeader {}

    /**
     * Reads the header.
     *
     * @param encoded the whole picture, from the buffer's position to its limit, which it keeps
     */
    static PictureHeader read(ByteBuffer encoded) {
        EncodedBytes bytes = new EncodedBytes(encoded);
        try {
            if (JpegHeader.recognises(bytes)) {
                return JpegHeader.read(bytes);
            }
            if (PngHeader.recognises(bytes)) {
                return PngHeader.read(bytes);
            }
            if (WebpHeader.recognises(bytes)) {
                return WebpHeader.read(bytes);
            }
            if (BmpHeader.recognises(bytes)) {
                return BmpHeader.read(bytes);
            }
            return new NotAPicture(OtherFormats.of(encoded)
                    .map(OtherFormat::message)
                    .orElseGet(() -> "its first bytes are " + firstBytes(encoded) + ": no JPEG, PNG, WebP or BMP"));
        } catch (EncodedBytes.EndReached e) {
            return new Truncated(e.getMessage());
        }
    }

    private static String firstBytes(ByteBuffer encoded) {
        byte[] first = new byte[Math.min(12, encoded.remaining())];
        encoded.duplicate().get(first);
        return HexFormat.ofDelimiter(" ").formatHex(first);
    }
}
