package org.emotionstream.training.faces;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import java.util.zip.CRC32C;

/**
 * A file to which records are appended, each whole or not at all, whenever the process ends. Layout: eight
 * bytes that say what it is, then for each record its length (int32), its bytes, and the CRC32C of both
 * (int32), big-endian.
 *
 * <p>Opening reads all of it, and cuts off what follows the last whole record. Reading does not copy: the
 * file is mapped in windows, each once it is full; only what lies in the last, which still grows, is read.
 * Safe for use by many threads, also when they are interrupted (a {@code FileChannel} would close then).
 */
final class RecordFile implements AutoCloseable {
    private static final byte[] MAGIC = "ESFACES1".getBytes(StandardCharsets.US_ASCII);
    private static final int FRAME = 2 * Integer.BYTES;
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final int largest;
    private final long window;
    private final RandomAccessFile file;
    private final List<ByteBuffer> mapped = new ArrayList<>();
    private long end;

    /**
     * Opens the file, or begins it.
     *
     * @param largest how many bytes a record may have
     * @param window bytes from the start of one window to the start of the next
     * @param visitor takes each record that is there: its bytes, for this call only, and their position in the file
     * @throws IOException when it cannot be used, or is no such file
     */
    RecordFile(Path path, int largest, long window, ObjLongConsumer<ByteBuffer> visitor) throws IOException {
        this.path = path;
        this.largest = largest;
        this.window = window;
        this.file = new RandomAccessFile(path.toFile(), "rw");
        try {
            begin();
            recover(visitor);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Adds a record, and returns where its bytes are. */
    synchronized long append(byte[] bytes) throws IOException {
        if (bytes.length == 0 || bytes.length > largest) {
            throw new IllegalArgumentException("a record has 1 to " + largest + " bytes, this one has " + bytes.length);
        }
        ByteBuffer framed = ByteBuffer.allocate(bytes.length + FRAME);
        framed.putInt(bytes.length).put(bytes).putInt(checksum(bytes, bytes.length));
        file.seek(end);
        // What a failed write leaves behind is written over by the next one, or cut off at the next start.
        file.write(framed.array());
        long position = end + Integer.BYTES;
        end += framed.capacity();
        return position;
    }

    /** Bytes of a record, read-only. */
    synchronized ByteBuffer read(long position, int length) throws IOException {
        int index = Math.toIntExact(position / window);
        mapUpTo(index);
        if (index < mapped.size()) {
            return mapped.get(index).slice(Math.toIntExact(position - index * window), length);
        }
        byte[] copy = new byte[length];
        file.seek(position);
        file.readFully(copy);
        return ByteBuffer.wrap(copy).asReadOnlyBuffer();
    }

    @Override
    public synchronized void close() throws IOException {
        // Nothing lies before the end any more, so that nothing is mapped anew.
        end = 0;
        mapped.clear();
        file.close();
    }

    private void begin() throws IOException {
        byte[] start = new byte[Math.toIntExact(Math.min(MAGIC.length, file.length()))];
        file.readFully(start);
        ByteBuffer expected = ByteBuffer.wrap(MAGIC, 0, start.length);
        if (!ByteBuffer.wrap(start).equals(expected)) {
            throw new IOException(path + " is no file of found faces: expected it to begin with "
                    + new String(MAGIC, StandardCharsets.US_ASCII) + "; move it away or remove it");
        }
        file.seek(0);
        file.write(MAGIC);
    }

    private void recover(ObjLongConsumer<ByteBuffer> visitor) throws IOException {
        end = MAGIC.length;
        byte[] bytes = new byte[largest];
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER))) {
            in.skipNBytes(end);
            for (int length = next(in, bytes); length > 0; length = next(in, bytes)) {
                visitor.accept(ByteBuffer.wrap(bytes, 0, length).asReadOnlyBuffer(), end + Integer.BYTES);
                end += length + FRAME;
            }
        }
        file.setLength(end);
    }

    /** Reads the next record, and returns how many bytes it has; 0 when there is none, or none that is whole. */
    private static int next(DataInputStream in, byte[] bytes) throws IOException {
        try {
            int length = in.readInt();
            if (length < 1 || length > bytes.length) {
                return 0;
            }
            in.readFully(bytes, 0, length);
            return in.readInt() == checksum(bytes, length) ? length : 0;
        } catch (EOFException e) {
            // The file ends within a record: that is how an interrupted writer leaves it.
            return 0;
        }
    }

    /** Over the length and as many of these bytes. */
    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }

    /** A window reaches into the next one, so that a record that begins in it lies in it whole. */
    private long windowEnd(int index) {
        return (index + 1) * window + largest;
    }

    private void mapUpTo(int index) throws IOException {
        try {
            while (mapped.size() <= index && windowEnd(mapped.size()) <= end) {
                mapped.add(map(mapped.size()));
            }
        } catch (ClosedByInterruptException e) {
            // This thread is interrupted and cannot map; it reads, and another one maps later.
        }
    }

    /** Through a channel of its own: an interrupted thread closes the channel through which it maps. */
    private ByteBuffer map(int index) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long start = index * window;
            return channel.map(FileChannel.MapMode.READ_ONLY, start, windowEnd(index) - start);
        }
    }
}
