package org.emotionstream.dlib;

import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;

/**
 * What libjpeg-turbo finds when it decodes the coded data of a JPEG and nothing else. A decoder that makes a picture
 * of them fills what is missing with grey and prints a line; whoever wants to know asks here first.
 */
public sealed interface JpegData {
    /**
     * Every pixel has its data.
     *
     * @param end how many bytes hold all of them; an end marker and whatever else follows is not counted
     */
    record Whole(long end) implements JpegData {}

    /**
     * The data end before the pixels do.
     *
     * @param message where
     */
    record Incomplete(String message) implements JpegData {}

    /**
     * The data cannot be the ones that the encoder wrote, or libjpeg refuses the file.
     *
     * @param message in libjpeg's words
     */
    record Damaged(String message) implements JpegData {}

    /**
     * Looks at a JPEG; costs about half of what decoding it to colour does. Safe for use by many threads.
     *
     * @param encoded from its start, not from its position
     * @param length in bytes
     * @throws DlibException when the native library cannot be loaded
     */
    static JpegData check(BytePointer encoded, long length) {
        DlibLibrary.load();
        byte[] message = new byte[MESSAGE_BYTES];
        long[] end = new long[1];
        return switch (RawDlib.check_jpeg(encoded.address(), length, message, end)) {
            case 0 -> new Whole(end[0]);
            case 1 -> new Incomplete(text(message));
            default -> new Damaged(text(message));
        };
    }

    /** As {@code jpeg.hpp} wants it. */
    int MESSAGE_BYTES = 300;

    private static String text(byte[] zeroTerminated) {
        return new String(zeroTerminated, StandardCharsets.ISO_8859_1).split("\0", 2)[0];
    }
}
