package org.emotionstream.landmarks.header;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes of an encoded picture, read as unsigned numbers at offsets that a stranger has written. */
final class EncodedBytes {
    /** A read beyond the end: the picture is truncated. Without a stack trace, it is no error of ours. */
    static final class EndReached extends RuntimeException {
        private static final long serialVersionUID = 1;

        private EndReached(long end, long length) {
            super("it has " + length + " bytes and should go on to byte " + end + " at least", null, false, false);
        }
    }

    private final ByteBuffer bytes;

    EncodedBytes(ByteBuffer encoded) {
        this.bytes = encoded.slice();
    }

    int length() {
        return bytes.capacity();
    }

    /** The byte at this offset, in [0, 255]. */
    int u8(long offset) {
        return bytes.get(checked(offset, 1)) & 0xFF;
    }

    /** Two bytes, the higher first. */
    int u16(long offset) {
        checked(offset, 2);
        return u8(offset) << 8 | u8(offset + 1);
    }

    /** Two bytes, the lower first. */
    int u16LittleEndian(long offset) {
        checked(offset, 2);
        return u8(offset + 1) << 8 | u8(offset);
    }

    /** Three bytes, the lowest first. */
    int u24LittleEndian(long offset) {
        checked(offset, 3);
        return u8(offset + 2) << 16 | u16LittleEndian(offset);
    }

    /** Four bytes, the highest first. */
    long u32(long offset) {
        checked(offset, 4);
        return (long) u16(offset) << 16 | u16(offset + 2);
    }

    /** Four bytes, the lowest first. */
    long u32LittleEndian(long offset) {
        checked(offset, 4);
        return (long) u16LittleEndian(offset + 2) << 16 | u16LittleEndian(offset);
    }

    /** Whether these characters (or bytes, as Latin-1) stand at this offset; false beyond the end. */
    boolean has(long offset, String expected) {
        byte[] wanted = expected.getBytes(StandardCharsets.ISO_8859_1);
        return part(offset, wanted.length).equals(ByteBuffer.wrap(wanted));
    }

    /** These bytes, as far as they are there; not a copy. */
    ByteBuffer part(long offset, long count) {
        int start = (int) Math.min(offset, length());
        return bytes.slice(start, (int) Math.min(count, length() - (long) start));
    }

    /** That the bytes go on to this offset, exclusive. */
    void requireLength(long end) {
        if (end > length()) {
            throw new EndReached(end, length());
        }
    }

    private int checked(long offset, int count) {
        requireLength(offset + count);
        return (int) offset;
    }
}
