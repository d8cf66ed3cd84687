package org.emotionstream.cli.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a process holds in memory, as Linux counts it.
 *
 * @param residentBytes now (VmRSS)
 * @param peakBytes at most since its start (VmHWM)
 */
public record ProcessMemory(long residentBytes, long peakBytes) {
    /** The memory of this process; empty when there is no such process. */
    public static Optional<ProcessMemory> of(long pid) {
        try {
            return read(Files.readString(Path.of("/proc/" + pid + "/status")));
        } catch (IOException e) {
            // It ended between the question and the answer.
            return Optional.empty();
        }
    }

    /** From the text of {@code /proc/PID/status}; empty when it names no memory, as that of a zombie. */
    static Optional<ProcessMemory> read(String status) {
        Optional<Long> resident = kilobytes(status, "VmRSS:");
        Optional<Long> peak = kilobytes(status, "VmHWM:");
        return resident.flatMap(now -> peak.map(most -> new ProcessMemory(now * 1024, most * 1024)));
    }

    private static Optional<Long> kilobytes(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).replace("kB", "").strip())
                .map(Long::valueOf)
                .findFirst();
    }
}
