package org.emotionstream.evaluation.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotionstream.contract.FileFailure;

/** Pictures as files below a folder. */
final class PictureFolder {
    private final Path root;
    private final Map<Path, Set<String>> names = new HashMap<>();

    PictureFolder(Path root) {
        this.root = root;
    }

    /** The folder. */
    Path root() {
        return root;
    }

    /**
     * Whether there is such a file. Lists each folder once, so that asking for 400,000 files is no matter of
     * minutes; for one thread.
     *
     * @param relative path below the folder, with slashes
     */
    boolean contains(String relative) {
        try {
            Path file = root.resolve(relative).normalize();
            return file.startsWith(root.normalize())
                    && names.computeIfAbsent(file.getParent(), PictureFolder::list)
                            .contains(file.getFileName().toString());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * The contents of a file.
     *
     * @throws DatasetException when it cannot be read
     */
    byte[] bytes(String relative) {
        Path file = root.resolve(relative);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DatasetException("cannot read the picture " + file + ": " + FileFailure.inWords(e), e);
        }
    }

    private static Set<String> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new DatasetException("cannot list the folder " + folder + ": " + FileFailure.inWords(e), e);
        }
    }
}
