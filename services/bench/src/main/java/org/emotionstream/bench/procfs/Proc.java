package org.emotionstream.bench.procfs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the files of {@code /proc}; the texts are parsed apart from where they come from. */
public final class Proc {
    /** Linux counts CPU time in hundredths of a second, whatever the kernel's own clock (USER_HZ). */
    private static final long MILLIS_A_TICK = 10;

    /** Fields of {@code stat} behind the name: the third field of proc(5) is the first here. */
    private static final int USER_TIME = 14 - 3;

    private static final int SYSTEM_TIME = 15 - 3;
    private static final int STEAL = 8;

    private Proc() {}

    /**
     * The CPU time of all threads of a process since its start, in milliseconds; a step of 10.
     *
     * @throws UncheckedIOException when there is no such process
     */
    public static long cpuMillis(long pid) {
        return cpuMillis(text("/proc/" + pid + "/stat"));
    }

    /** The CPU time in the text of {@code /proc/PID/stat}, user and system, in milliseconds. */
    static long cpuMillis(String stat) {
        // The name stands in brackets and may hold blanks and brackets itself: the last bracket ends it.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) * MILLIS_A_TICK;
    }

    /** The time that the cores of this machine have worked since it started, in milliseconds of one core. */
    public static long machineMillis() {
        return machineMillis(text("/proc/stat"));
    }

    /** The working time in the text of {@code /proc/stat}: all of the first line but idle and waiting for disks. */
    static long machineMillis(String stat) {
        List<Long> times = Stream.of(stat.lines().findFirst().orElseThrow().split(" +"))
                .skip(1)
                .map(Long::valueOf)
                .toList();
        // user, nice, system, idle, iowait, irq, softirq, steal; what follows is counted in user and nice, too.
        long busy = 0;
        for (int i = 0; i < STEAL; i++) {
            boolean idle = i == 3 || i == 4;
            busy += idle ? 0 : times.get(i);
        }
        return busy * MILLIS_A_TICK;
    }

    /**
     * The memory of a process, in bytes: what it shares with others is divided by their number.
     *
     * @throws UncheckedIOException when there is no such process
     */
    public static long proportionalBytes(long pid) {
        return bytes(text("/proc/" + pid + "/smaps_rollup"), "Pss:");
    }

    /**
     * The memory of a process, in bytes, with all that it shares.
     *
     * @throws UncheckedIOException when there is no such process
     */
    public static long residentBytes(long pid) {
        return bytes(text("/proc/" + pid + "/smaps_rollup"), "Rss:");
    }

    /** The number of this field in a text of {@code /proc} that counts in kB. */
    static long bytes(String text, String field) {
        return text.lines()
                        .filter(line -> line.startsWith(field))
                        .map(line ->
                                line.substring(field.length()).replace("kB", "").strip())
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no field " + field + " in: " + text))
                * 1024;
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("a process has ended that is being measured: cannot read " + file, e);
        }
    }
}
