package org.emotionstream.training.faces;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the records of a {@link RecordFile} one after the other, up to the first that is not whole. */
final class RecordReader implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final DataInputStream in;
    private final byte[] bytes;
    private int length;

    /**
     * @param start where the first record begins
     * @param largest how many bytes a record may have
     */
    RecordReader(Path path, long start, int largest) throws IOException {
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER));
        bytes = new byte[largest];
        in.skipNBytes(start);
    }

    /** Goes on to the next record; false when there is none, or none that is whole. */
    boolean next() throws IOException {
        try {
            length = in.readInt();
            if (length < 1 || length > bytes.length) {
                return false;
            }
            in.readFully(bytes, 0, length);
            return in.readInt() == RecordFile.checksum(bytes, length);
        } catch (EOFException e) {
            // The file ends within a record: that is how an interrupted writer leaves it.
            return false;
        }
    }

    /** The bytes of the record; the next one overwrites them. */
    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes, 0, length).asReadOnlyBuffer();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
