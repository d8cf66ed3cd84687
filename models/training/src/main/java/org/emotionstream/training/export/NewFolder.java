package org.emotionstream.training.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** A folder that is to be made when a long work is done. */
public final class NewFolder {
    private NewFolder() {}

    /**
     * Makes this folder and those above it that are not there, and removes them again: what cannot be made is
     * known before the work begins.
     *
     * @param folder that does not exist
     * @throws IOException when it cannot be made or removed
     */
    public static void tryOut(Path folder) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        Path above = folder.toAbsolutePath().normalize();
        while (above != null && !Files.exists(above)) {
            missing.push(above);
            above = above.getParent();
        }
        if (above != null && !Files.isDirectory(above)) {
            throw new NotDirectoryException(above.toString());
        }
        Deque<Path> made = new ArrayDeque<>();
        try {
            for (Path each : missing) {
                Files.createDirectory(each);
                made.push(each);
            }
        } finally {
            for (Path each : made) {
                Files.delete(each);
            }
        }
    }
}
