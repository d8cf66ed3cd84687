package org.emotionstream.landmarks.otherformats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The beginning of what somebody sent: enough to name its format, and little enough to look at in no time. */
final class FirstBytes {
    private static final int MOST = 4096;

    private final byte[] bytes;
    private final String characters;

    FirstBytes(ByteBuffer encoded) {
        bytes = new byte[Math.min(MOST, encoded.remaining())];
        encoded.duplicate().get(bytes);
        characters = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, bytes.length);
    }

    int length() {
        return bytes.length;
    }

    /** The byte at this offset, in [0, 255]; -1 beyond the end. */
    int at(int offset) {
        return offset < bytes.length ? bytes[offset] & 0xFF : -1;
    }

    /** Each byte as the character of Latin-1. */
    String characters() {
        return characters;
    }

    /** The characters of this range, as Latin-1; fewer where the bytes end. */
    String characters(int from, int to) {
        return characters.substring(Math.min(from, bytes.length), Math.min(to, bytes.length));
    }

    /** Whether these characters (or bytes, as Latin-1) stand at this offset. */
    boolean has(int offset, String expected) {
        return characters.startsWith(expected, offset);
    }

    /** Two bytes, the lower first; -1 beyond the end. */
    int u16LittleEndian(int offset) {
        return offset + 1 < bytes.length ? at(offset + 1) << 8 | at(offset) : -1;
    }

    /** Four bytes, the lower first; -1 beyond the end. */
    long u32LittleEndian(int offset) {
        return offset + 3 < bytes.length ? (long) u16LittleEndian(offset + 2) << 16 | u16LittleEndian(offset) : -1;
    }
}
