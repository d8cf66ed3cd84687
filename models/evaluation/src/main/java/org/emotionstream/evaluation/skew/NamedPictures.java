package org.emotionstream.evaluation.skew;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.emotionstream.evaluation.dataset.DatasetException;

/** A folder of picture files that somebody names. */
final class NamedPictures {
    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".webp", ".bmp");

    private NamedPictures() {}

    /**
     * The pictures in a folder and in those below it, in the order of their names.
     *
     * @throws DatasetException when it is no folder or holds no picture
     */
    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DatasetException(folder + ": expected a folder of pictures, found none");
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(NamedPictures::picture).sorted().toList();
            if (files.isEmpty()) {
                throw new DatasetException(
                        folder + ": expected pictures whose names end in one of " + ENDINGS + ", found none");
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static boolean picture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && ENDINGS.stream().anyMatch(name::endsWith);
    }
}
