package org.emotionstream.contract.nativelibraries;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file systems of this process and their mount options.
 *
 * @param lines of the kernel's list: device, mount point, type, options, with blanks as {@code \040}
 */
record Mounts(List<String> lines) {
    private static final Path LIST = Path.of("/proc/self/mounts");
    private static final int MOUNT_POINT = 1;
    private static final int OPTIONS = 3;

    /** Those of this process; none where the kernel has no list. */
    static Mounts ofProcess() {
        try {
            return new Mounts(Files.readAllLines(LIST, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return new Mounts(List.of());
        }
    }

    /** Whether programs and libraries in this folder cannot be run. */
    boolean forbidsExecution(Path folder) {
        Path real = real(folder);
        String options = "";
        int longest = -1;
        for (String line : lines) {
            String[] words = line.split(" ");
            if (words.length > OPTIONS) {
                Path point = Path.of(plain(words[MOUNT_POINT]));
                // Of two on one mount point the later hides the earlier.
                if (real.startsWith(point) && point.getNameCount() >= longest) {
                    longest = point.getNameCount();
                    options = words[OPTIONS];
                }
            }
        }
        return List.of(options.split(",")).contains("noexec");
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            // Not there yet: as it is named.
            return folder.toAbsolutePath().normalize();
        }
    }

    private static String plain(String word) {
        return new String(
                word.replace("\\040", " ")
                        .replace("\\011", "\t")
                        .replace("\\012", "\n")
                        .replace("\\134", "\\")
                        .getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8);
    }
}
