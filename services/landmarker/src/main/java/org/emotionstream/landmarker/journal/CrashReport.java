package org.emotionstream.landmarker.journal;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the Java machine has reported that native code crashed: the file that {@code -XX:ErrorFile} names. */
final class CrashReport {
    private CrashReport() {}

    /**
     * Whether there is a report of this process.
     *
     * @param since milliseconds since 1970; in a container every process has the same number
     */
    static boolean of(long pid, long since) {
        return places(errorFile(), pid).stream().anyMatch(file -> writtenSince(file, since));
    }

    /** As the Java machine does: where it is told to, else where it runs, else among what is temporary. */
    private static List<Path> places(String errorFile, long pid) {
        String number = Long.toString(pid);
        if (!errorFile.isBlank()) {
            return List.of(Path.of(errorFile.replace("%p", number)));
        }
        Path name = Path.of("hs_err_pid" + number + ".log");
        return List.of(name.toAbsolutePath(), Path.of("/tmp").resolve(name));
    }

    private static String errorFile() {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("ErrorFile")
                .getValue();
    }

    private static boolean writtenSince(Path file, long since) {
        try {
            return Files.isRegularFile(file) && Files.getLastModifiedTime(file).toMillis() >= since;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
