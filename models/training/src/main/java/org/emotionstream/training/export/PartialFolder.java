package org.emotionstream.training.export;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that appears under its name only when it is complete: it grows in a hidden one beside it, and is
 * moved in one step. What is not moved is deleted.
 */
final class PartialFolder implements AutoCloseable {
    private final Path hidden;
    private final Path folder;

    private PartialFolder(Path hidden, Path folder) {
        this.hidden = hidden;
        this.folder = folder;
    }

    /**
     * @throws FileAlreadyExistsException when the target exists
     */
    static PartialFolder beside(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            throw new FileAlreadyExistsException(absolute + " exists: choose another id, or remove it first");
        }
        Files.createDirectories(absolute.getParent());
        Path hidden = Files.createTempDirectory(absolute.getParent(), "." + absolute.getFileName() + ".");
        return new PartialFolder(hidden, Files.createDirectory(hidden.resolve(absolute.getFileName())));
    }

    /** Where to write; its last name is already that of the target. */
    Path folder() {
        return folder;
    }

    void moveTo(Path target) throws IOException {
        Files.move(folder, target.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(hidden)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
