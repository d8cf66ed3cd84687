package org.emotionstream.landmarker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Time and memory of one piece of work in this process, as the system counts them. */
record ProcessMeasure(long millis, long megabytes) {
    private static final Path STATUS = Path.of("/proc/self/status");

    /** What this takes: time by the clock, and by how much the process grows at its largest. */
    static ProcessMeasure of(Runnable work) {
        try {
            // Sets the highest memory so far to that of now, see proc(5).
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
            long before = kilobytes("VmRSS:");
            long start = System.nanoTime();
            work.run();
            long millis = (System.nanoTime() - start) / 1_000_000;
            return new ProcessMeasure(millis, Math.max(0, kilobytes("VmHWM:") - before) / 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long kilobytes(String field) throws IOException {
        String line = Files.readAllLines(STATUS).stream()
                .filter(text -> text.startsWith(field))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }
}
