package org.emotionstream.endtoend.faults.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that come and go. */
public final class Folders {
    private Folders() {}

    /** Deletes all in a folder but files that are called {@code *.log}. */
    public static void deleteButLogs(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.toString().endsWith(".log") && !isFolderWithFiles(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete what is in " + folder, e);
        }
    }

    private static boolean isFolderWithFiles(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            return false;
        }
        try (Stream<Path> files = Files.list(file)) {
            return files.findAny().isPresent();
        }
    }
}
