package org.emotionstream.cli.processes;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bounds the logs of processes that run: a log that is longer than its limit begins anew, and its suffix {@code .1}
 * has the first lines of the run, which hold the cause of what follows, and the last ones. The processes go on to write,
 * since they append to a file that is made empty under them: no log of theirs depends on whether we live. What is
 * written in the moment between copying and emptying is lost. Safe for use by many threads.
 */
public final class LogBound {
    /** The size at which a log begins anew. */
    public static final int LIMIT_BYTES = 8 << 20;

    /** The first ones of a run, which are kept for as long as it lasts. */
    static final int HEAD_BYTES = 256 << 10;

    private final int limit;
    private final int headBytes;
    private final Map<Path, byte[]> heads = new ConcurrentHashMap<>();

    /** With the usual limits: some 12 MB a process. */
    public LogBound() {
        this(LIMIT_BYTES, HEAD_BYTES);
    }

    LogBound(int limit, int headBytes) {
        this.limit = limit;
        this.headBytes = headBytes;
    }

    /** Lets this log begin anew where it is longer than its limit; does nothing where it cannot be read. */
    public synchronized void apply(Path log) {
        if (!Files.exists(log)) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            if (file.length() > limit) {
                keepOld(log, file);
                file.setLength(0);
            }
        } catch (IOException e) {
            // No log yet, or a disk that is full: whoever writes to it has the same trouble, and tells it.
            return;
        }
    }

    private void keepOld(Path log, RandomAccessFile file) {
        Path whole = Path.of(log + ".new");
        try {
            byte[] head = heads.containsKey(log) ? heads.get(log) : read(file, 0, headBytes);
            heads.put(log, head);
            long length = file.length();
            byte[] tail = read(file, length - limit / 2, limit / 2);
            try (OutputStream out = Files.newOutputStream(whole)) {
                out.write(head);
                out.write(
                        (Instant.now() + " INFO  supervisor: lines are left out here, because this log was longer than "
                                        + limit + " bytes\n")
                                .getBytes(StandardCharsets.UTF_8));
                out.write(tail);
            }
            Files.move(whole, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // The limit is what was promised: without room for the old part, it goes.
            whole.toFile().delete();
        }
    }

    /** Whole lines, as far as there are some. */
    private static byte[] read(RandomAccessFile file, long from, int count) throws IOException {
        byte[] bytes = new byte[count];
        file.seek(from);
        file.readFully(bytes);
        // One character a byte, whatever the encoding of the log.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int begin = from == 0 ? 0 : text.indexOf('\n') + 1;
        int end = text.lastIndexOf('\n') + 1;
        return Arrays.copyOfRange(bytes, begin, end > begin ? end : count);
    }
}
