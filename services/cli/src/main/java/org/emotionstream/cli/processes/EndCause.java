package org.emotionstream.cli.processes;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a process has ended: the line of its log since this start that a person would look for. */
final class EndCause {
    private static final int PART_BYTES = 256 << 10;
    private static final int LONGEST = 300;
    private static final int SIGNALS = 128;

    /** Whatever else follows: these are the cause of it, however long ago they were written. */
    private static final List<String> LASTING = List.of(
            "No space left on device", "Too many open files", "java.lang.OutOfMemoryError", "Address already in use");

    private static final Pattern ERROR = Pattern.compile("\\b(?:ERROR|SEVERE|FATAL)\\b");
    private static final Pattern BEFORE_THE_MESSAGE = Pattern.compile(
            "^(?:[-0-9T:.+Z]{8,30}\\s+)?(?:ERROR|WARN|INFO|SEVERE|FATAL|WARNING):?\\s+(?:[\\w.$-]+:\\s+)?");
    private static final Pattern OPEN_FILES = Pattern.compile("(?m)^Max open files\\s+(\\S+)");

    private EndCause() {}

    /**
     * The cause in one line; empty where the log has none.
     *
     * @param from where in the log this start begins
     */
    static Optional<String> of(Path log, long from, int exitCode) {
        List<String> lines = lines(log, from);
        for (String lasting : LASTING) {
            Optional<String> found =
                    lines.stream().filter(line -> line.contains(lasting)).findFirst();
            if (found.isPresent()) {
                return Optional.of(inWords(lasting, found.get()));
            }
        }
        Optional<String> error =
                last(lines.stream().filter(line -> ERROR.matcher(line).find()));
        return error.or(() -> exitCode > SIGNALS
                        ? Optional.of("killed by signal " + (exitCode - SIGNALS))
                        : last(lines.stream().filter(line -> !line.isBlank())))
                .map(EndCause::shortened);
    }

    /** Whether this cause stays until somebody does something about it: trying again changes nothing. */
    static boolean isLasting(String cause) {
        return cause.contains("is full") || cause.contains("too many open files");
    }

    private static String inWords(String lasting, String line) {
        return switch (lasting) {
            case "No space left on device" -> "a disk is full: " + shortened(line);
            case "Too many open files" -> "too many open files: the limit is " + mostOpenFiles()
                    + " (ulimit -n shows it, and raises it)";
            default -> shortened(line);
        };
    }

    /** That of our children too: they have it from us. */
    private static String mostOpenFiles() {
        try {
            Matcher matcher = OPEN_FILES.matcher(Files.readString(Path.of("/proc/self/limits")));
            return matcher.find() ? matcher.group(1) : "not known";
        } catch (IOException e) {
            // Too many files are open for us as well.
            return "not known";
        }
    }

    private static Optional<String> last(Stream<String> lines) {
        return lines.reduce((first, second) -> second);
    }

    private static String shortened(String line) {
        String message = BEFORE_THE_MESSAGE.matcher(line.strip()).replaceFirst("");
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + " (cut)";
    }

    /** The first and the last ones of this start, without the frames of stack traces. */
    private static List<String> lines(Path log, long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            // One that began anew meanwhile is this start's from its beginning.
            long begin = from <= file.length() ? from : 0;
            long afterFirst = Math.min(file.length(), begin + PART_BYTES);
            long last = Math.max(afterFirst, file.length() - PART_BYTES);
            return Stream.concat(LogTail.lines(file, begin, afterFirst), LogTail.lines(file, last, file.length()))
                    .toList();
        } catch (IOException e) {
            // Then the log, which the caller names, tells nothing.
            return List.of();
        }
    }
}
