package org.emotionstream.landmarks.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes one after the other, numbers in either order. */
public final class Bytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Bytes text(String latin1) {
        return raw(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    Bytes hex(String digits) {
        return raw(HexFormat.of().parseHex(digits));
    }

    Bytes raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    Bytes u8(int value) {
        bytes.write(value);
        return this;
    }

    Bytes u16(int value) {
        return u8(value >> 8).u8(value);
    }

    Bytes u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    Bytes little16(int value) {
        return u8(value).u8(value >> 8);
    }

    Bytes little24(int value) {
        return little16(value).u8(value >> 16);
    }

    Bytes little32(long value) {
        return little16((int) value).little16((int) (value >> 16));
    }

    byte[] done() {
        return bytes.toByteArray();
    }

    /** These, one after the other. */
    public static byte[] joined(byte[]... parts) {
        Bytes joined = new Bytes();
        for (byte[] part : parts) {
            joined.raw(part);
        }
        return joined.done();
    }

    /** A copy in which these bytes stand at this offset. */
    static byte[] with(byte[] original, int at, byte... replacement) {
        byte[] copy = original.clone();
        System.arraycopy(replacement, 0, copy, at, replacement.length);
        return copy;
    }

    static byte[] withLittle32(byte[] original, int at, long value) {
        byte[] copy = original.clone();
        ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putInt(at, (int) value);
        return copy;
    }

    /** Everything before this offset, then these bytes, then the rest. */
    public static byte[] inserted(byte[] original, int at, byte[] more) {
        return joined(Arrays.copyOf(original, at), more, Arrays.copyOfRange(original, at, original.length));
    }
}
