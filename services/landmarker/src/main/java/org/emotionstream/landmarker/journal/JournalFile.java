package org.emotionstream.landmarker.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The mapped file: what is written is in the system's memory at once and outlives the process, though not the
 * machine. All of it is written when it is made, so that a full disk is met then and not in the middle of a
 * picture. Belongs to one process at a time; a further one of the same name takes the next number.
 */
final class JournalFile implements AutoCloseable {
    static final int IN_HAND = 256;
    static final int SUSPECTS = 256;

    private static final long MAGIC = 0x454D_5352_4A4E_4C31L;
    private static final int PID = 8;
    private static final int RUN = 16;
    private static final int REPORTS_LENGTH = 24;
    private static final int REPORTS = 26;
    private static final int MOST_REPORT_BYTES = Slots.BYTES - REPORTS;
    private static final int SIZE = Slots.BYTES * (1 + IN_HAND + SUSPECTS);
    private static final int MOST_PROCESSES = 64;

    private final FileChannel channel;
    private final MappedByteBuffer bytes;

    private JournalFile(FileChannel channel) throws IOException {
        this.channel = channel;
        if (channel.size() != SIZE || magic(channel) != MAGIC) {
            channel.write(ByteBuffer.allocate(SIZE).putLong(0, MAGIC), 0);
            channel.truncate(SIZE);
        }
        this.bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
    }

    /**
     * The journal of this name in this folder, which is made when it is missing.
     *
     * @throws UncheckedIOException when it cannot be written, naming folder and setting
     */
    static JournalFile open(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            for (int number = 1; number <= MOST_PROCESSES; number++) {
                Path file = folder.resolve(name + (number == 1 ? "" : "-" + number) + ".journal");
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
                if (locked(channel)) {
                    return new JournalFile(channel);
                }
                channel.close();
            }
            throw new IOException(MOST_PROCESSES + " processes have one there already");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "landmarker.state-directory: cannot keep a journal in " + folder.toAbsolutePath() + ": " + e, e);
        }
    }

    /** Until the channel is closed, or the process ends in any way. */
    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this process has it already
        }
    }

    private static long magic(FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(Long.BYTES);
        channel.read(start, 0);
        return start.getLong(0);
    }

    /** The process that has written this last; 0 when there was none. */
    long pid() {
        return bytes.getLong(PID);
    }

    /** When that process began, in milliseconds since 1970; tells its run from all others. */
    long run() {
        return bytes.getLong(RUN);
    }

    /** Where that process would report a crash, one path a line; empty when it has not said so. */
    String reports() {
        int length = bytes.getShort(REPORTS_LENGTH);
        if (length <= 0 || length > MOST_REPORT_BYTES) {
            return "";
        }
        byte[] text = new byte[length];
        bytes.get(REPORTS, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /**
     * From here on it is written by this process.
     *
     * @param reports where it would report a crash; left out when it is too long
     */
    void begin(long pid, long run, String reports) {
        byte[] text = reports.getBytes(StandardCharsets.UTF_8);
        int length = text.length <= MOST_REPORT_BYTES ? text.length : 0;
        bytes.putShort(REPORTS_LENGTH, (short) length);
        bytes.put(REPORTS, text, 0, length);
        bytes.putLong(PID, pid);
        bytes.putLong(RUN, run);
    }

    Slots inHand() {
        return new Slots(bytes.slice(Slots.BYTES, Slots.BYTES * IN_HAND));
    }

    Slots suspects() {
        return new Slots(bytes.slice(Slots.BYTES * (1 + IN_HAND), Slots.BYTES * SUSPECTS));
    }

    @Override
    public void close() {
        try {
            channel.close(); // and the lock with it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
