package org.emotionstream.training.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.contract.Releases;

/** A folder that is to be made when a long work is done. */
public final class NewFolder {
    private NewFolder() {}

    /**
     * Why this cannot become the folder of a release, in one sentence; empty when it can.
     *
     * @param folder whose last name is the release's id
     */
    public static Optional<String> refusal(Path folder) {
        if (Files.exists(folder)) {
            return Optional.of(folder + " exists: choose another id, or remove it first");
        }
        String id = folder.toAbsolutePath().normalize().getFileName().toString();
        if (!Releases.isId(id)) {
            return Optional.of(
                    "--out: \"" + id + "\" cannot be a release's id: letters, digits, . _ - only, at most 100");
        }
        try {
            tryOut(folder);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("--out: cannot make the folder " + folder + ": " + FileFailure.inWords(e));
        }
    }

    /**
     * Makes this folder and those above it that are not there, and removes them again: what cannot be made is
     * known before the work begins.
     *
     * @param folder that does not exist
     * @throws IOException when it cannot be made or removed
     */
    private static void tryOut(Path folder) throws IOException {
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
