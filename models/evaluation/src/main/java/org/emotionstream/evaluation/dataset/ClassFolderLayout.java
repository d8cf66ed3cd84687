package org.emotionstream.evaluation.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.emotionstream.contract.FileFailure;

/**
 * Where the folders of the classes lie.
 *
 * @param folder of all
 * @param splits the folders that hold those of the classes, each with the name of its split; empty when the
 *     classes lie in the folder itself
 */
record ClassFolderLayout(Path folder, Map<Path, String> splits) {
    /** Of this folder, if it looks like folders of classes: one is enough for that. */
    static Optional<ClassFolderLayout> find(Path folder) {
        Map<Path, String> splits = new TreeMap<>();
        for (Path child : children(folder)) {
            split(child).ifPresent(split -> splits.put(child, split));
        }
        List<Path> parents = splits.isEmpty() ? List.of(folder) : List.copyOf(splits.keySet());
        boolean hasClass = parents.stream()
                .flatMap(parent -> children(parent).stream())
                .anyMatch(child ->
                        Files.isDirectory(child) && ClassNames.find(name(child)).isPresent());
        return hasClass ? Optional.of(new ClassFolderLayout(folder, splits)) : Optional.empty();
    }

    /** What lies in a folder, in the order of the names, without hidden files. */
    static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !name(child).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DatasetException("cannot list the folder " + folder + ": " + FileFailure.inWords(e), e);
        }
    }

    static String name(Path path) {
        return path.getFileName().toString();
    }

    private static Optional<String> split(Path child) {
        return Files.isDirectory(child) ? Splits.named(name(child)) : Optional.empty();
    }
}
