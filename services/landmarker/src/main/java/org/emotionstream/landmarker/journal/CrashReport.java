package org.emotionstream.landmarker.journal;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the Java machine has reported that native code crashed: the file that {@code -XX:ErrorFile} names. */
final class CrashReport {
    // The kernel stamps files by a clock that moves in steps of up to this (CONFIG_HZ=100): so much too early.
    private static final long STEP_MILLIS = 10;

    private CrashReport() {}

    /**
     * Where this process would report: the Java machine writes where its flag says, else where it runs, else among what is
     * temporary.
     *
     * @return one path a line
     */
    static String places(long pid) {
        String number = Long.toString(pid);
        String configured = errorFile();
        if (!configured.isBlank()) {
            return Path.of(configured.replace("%p", number)).toAbsolutePath().toString();
        }
        Path name = Path.of("hs_err_pid" + number + ".log");
        return name.toAbsolutePath() + "\n" + Path.of("/tmp").resolve(name);
    }

    /**
     * Whether there is a report in one of these places.
     *
     * @param places as {@link #places}
     * @param since milliseconds since 1970; in a container every process has the same number
     */
    static boolean exists(String places, long since) {
        return places.lines().map(Path::of).anyMatch(file -> writtenSince(file, since));
    }

    private static String errorFile() {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("ErrorFile")
                .getValue();
    }

    private static boolean writtenSince(Path file, long since) {
        try {
            return Files.isRegularFile(file) && Files.getLastModifiedTime(file).toMillis() >= since - STEP_MILLIS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
