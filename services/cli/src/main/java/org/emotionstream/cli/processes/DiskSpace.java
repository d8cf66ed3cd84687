package org.emotionstream.cli.processes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How much room is left on the disk of a folder. */
public final class DiskSpace {
    /** A broker makes files of some megabytes at once. */
    private static final long LEAST_MEGABYTES = 16;

    private DiskSpace() {}

    /** That the disk of this folder is full; empty when it is not, or cannot be asked. */
    public static Optional<String> problem(Path folder) {
        // Where there is no such folder nobody writes. A file store would need a list of mounts that names its path.
        return Files.exists(folder) ? problem(folder, folder.toFile().getUsableSpace() >> 20) : Optional.empty();
    }

    static Optional<String> problem(Path folder, long megabytes) {
        return megabytes >= LEAST_MEGABYTES
                ? Optional.empty()
                : Optional.of("the disk of " + named(folder) + " is full (" + megabytes + " MB free)");
    }

    /** As people know it: from the folder .emotionstream on, where it lies in that. */
    private static String named(Path folder) {
        for (int i = folder.getNameCount() - 1; i >= 0; i--) {
            if (folder.getName(i).toString().equals(".emotionstream")) {
                return folder.subpath(i, folder.getNameCount()).toString();
            }
        }
        return folder.toString();
    }
}
