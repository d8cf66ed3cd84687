package org.emotionstream.endtoend.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of a process, as {@code /proc/PID/smaps} counts it.
 *
 * @param residentBytes with all that it shares (Rss)
 * @param proportionalBytes what it shares is divided by the number of those that share it (Pss)
 * @param nativeBytes written by this process alone, and not in the heap (Private_Dirty): memory of native code, stacks,
 *     classes and compiled code
 */
record MappedMemory(long residentBytes, long proportionalBytes, long nativeBytes) {
    private static final Pattern MAPPING = Pattern.compile("^([0-9a-f]+)-[0-9a-f]+ ");
    private static final Pattern FIGURE = Pattern.compile("^(Rss|Pss|Private_Dirty): +(\\d+) kB$");
    private static final int HEXADECIMAL = 16;

    /** The memory of this process, whose heap is this; empty when there is no such process. */
    static Optional<MappedMemory> of(long pid, JavaHeap heap) {
        try {
            return Optional.of(read(Files.readString(Path.of("/proc/" + pid + "/smaps")), heap));
        } catch (IOException e) {
            // It ended between the question and the answer.
            return Optional.empty();
        }
    }

    /** From the text of {@code smaps}. */
    static MappedMemory read(String smaps, JavaHeap heap) {
        long resident = 0;
        long proportional = 0;
        long outside = 0;
        boolean inHeap = false;
        for (String line : smaps.split("\n")) {
            Matcher mapping = MAPPING.matcher(line);
            if (mapping.find()) {
                long start = Long.parseUnsignedLong(mapping.group(1), HEXADECIMAL);
                inHeap = Long.compareUnsigned(start, heap.from()) >= 0 && Long.compareUnsigned(start, heap.to()) < 0;
                continue;
            }
            Matcher figure = FIGURE.matcher(line);
            if (figure.find()) {
                long bytes = Long.parseLong(figure.group(2)) * 1024;
                switch (figure.group(1)) {
                    case "Rss" -> resident += bytes;
                    case "Pss" -> proportional += bytes;
                    default -> outside += inHeap ? 0 : bytes;
                }
            }
        }
        return new MappedMemory(resident, proportional, outside);
    }
}
