package org.emotionstream.onnx;

import java.nio.ByteBuffer;

/** Whole numbers as protobuf stores them: seven bits a byte, the lowest first, and a sign that another byte follows. */
final class Varint {
    private static final int BITS = 7;
    private static final long LOW_BITS = 0x7f;
    private static final int MOST_BYTES = 10;

    private Varint() {}

    /**
     * The number at the position of the buffer, which moves behind it.
     *
     * @throws IllegalArgumentException when no number of 64 bits is that long
     * @throws java.nio.BufferUnderflowException when the bytes end before the number does
     */
    static long read(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            byte next = in.get();
            value |= (next & LOW_BITS) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than " + MOST_BYTES + " bytes");
    }

    /** These numbers, one after the other. */
    static ByteBuffer write(long... values) {
        ByteBuffer out = ByteBuffer.allocate(values.length * MOST_BYTES);
        for (long value : values) {
            long rest = value;
            while ((rest & ~LOW_BITS) != 0) {
                out.put((byte) (rest | ~LOW_BITS));
                rest >>>= BITS;
            }
            out.put((byte) rest);
        }
        return out.flip();
    }
}
