package org.emotionstream.contract;

import java.nio.ByteBuffer;

/** Rows of floats as they travel: big-endian IEEE 754, 4 bytes each, nothing between them. */
final class PackedFloats {
    private PackedFloats() {}

    static byte[] pack(float[] values) {
        byte[] bytes = new byte[values.length * Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().put(values);
        return bytes;
    }

    static float[] unpack(ByteBuffer bytes, int count, String what) {
        if (bytes.remaining() != count * Float.BYTES) {
            throw new IllegalArgumentException(
                    what + " takes " + count * Float.BYTES + " bytes, here are " + bytes.remaining());
        }
        float[] values = new float[count];
        bytes.duplicate().asFloatBuffer().get(values);
        return values;
    }
}
