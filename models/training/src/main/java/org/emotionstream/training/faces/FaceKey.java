package org.emotionstream.training.faces;

import java.nio.ByteBuffer;

/** Names what was searched for a face, and how: the 256 bits of a sha256, see {@link FaceKeys}. */
public record FaceKey(long first, long second, long third, long fourth) {
    /** Bytes in a file: 32. */
    static final int BYTES = 4 * Long.BYTES;

    /** Read from the buffer's position, which moves on. */
    static FaceKey read(ByteBuffer bytes) {
        return new FaceKey(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    void write(ByteBuffer bytes) {
        bytes.putLong(first).putLong(second).putLong(third).putLong(fourth);
    }
}
