package org.emotionstream.cli.drawing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Whether a WebP is turned by its EXIF orientation, which the landmarker does and browsers do not. */
final class WebpOrientation {
    private static final int ORIENTATION = 0x0112;
    private static final int HEADER = 12;

    private WebpOrientation() {}

    /** False for all other formats, and where nothing can be read. */
    static boolean isTurned(byte[] picture) {
        ByteBuffer bytes = ByteBuffer.wrap(picture).order(ByteOrder.LITTLE_ENDIAN);
        if (picture.length < HEADER
                || !name(picture, 0).equals("RIFF")
                || !name(picture, 8).equals("WEBP")) {
            return false;
        }
        for (long at = HEADER; at + 8 <= picture.length; ) {
            long length = Integer.toUnsignedLong(bytes.getInt((int) at + 4));
            if (name(picture, (int) at).equals("EXIF") && at + 8 + length <= picture.length) {
                return isTurned(bytes.slice((int) at + 8, (int) length));
            }
            at += 8 + length + length % 2;
        }
        return false;
    }

    private static boolean isTurned(ByteBuffer exif) {
        int start = exif.remaining() > 6 && exif.get(0) == 'E' ? 6 : 0;
        if (exif.remaining() < start + 8) {
            return false;
        }
        ByteBuffer tiff = exif.slice(start, exif.remaining() - start);
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long first = Integer.toUnsignedLong(tiff.getInt(4));
        if (first + 2 > tiff.limit()) {
            return false;
        }
        int entries = Short.toUnsignedInt(tiff.getShort((int) first));
        for (int i = 0; i < entries; i++) {
            long at = first + 2 + 12L * i;
            if (at + 12 > tiff.limit()) {
                return false;
            }
            if (Short.toUnsignedInt(tiff.getShort((int) at)) == ORIENTATION) {
                int orientation = tiff.getShort((int) at + 8);
                return orientation >= 2 && orientation <= 8;
            }
        }
        return false;
    }

    private static String name(byte[] picture, int at) {
        return new String(picture, at, 4, StandardCharsets.ISO_8859_1);
    }
}
