package org.emotionstream.cli.processes;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The end of a log, for people who ask why a process ended: without the frames of stack traces. */
public final class LogTail {
    /** Read from the end: enough for some lines with stack traces. */
    private static final int BYTES = 32 * 1024;

    private LogTail() {}

    /** This line, and below it, indented, the last ones of the log, at most so many. */
    public static List<String> below(String first, Path log, int lines) {
        return Stream.concat(Stream.of(first), of(log, lines).stream().map(line -> "  " + line))
                .toList();
    }

    /** The last lines, at most this many; none when the log cannot be read, which the caller's message survives. */
    public static List<String> of(Path log, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            List<String> all = lines(file, file.length() - BYTES, file.length()).toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of("(cannot read " + log + ": " + e.getMessage() + ")");
        }
    }

    /** The lines between these bytes of a log, without the frames of stack traces. */
    static Stream<String> lines(RandomAccessFile log, long from, long to) throws IOException {
        long begin = Math.max(0, from);
        byte[] bytes = new byte[(int) (to - begin)];
        log.seek(begin);
        log.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("\tat ") && !line.startsWith("\t... "));
    }
}
