package org.emotionstream.evaluation.grouping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.Sha256;

/**
 * The groups of one data set as they were found: a line for each picture, in their order.
 *
 * @param file under a name that holds all they depend on
 */
record GroupFile(Path file) {
    /**
     * @param folder of what can be used again
     * @param dataHash of the data set
     */
    static GroupFile of(Path folder, String dataHash) {
        String key = Sha256.key(Groups.VERSION + "/" + dataHash);
        return new GroupFile(folder.resolve("groups-" + key));
    }

    /** The groups, if they are there. */
    Optional<List<String>> read() throws IOException {
        return Files.exists(file) ? Optional.of(Files.readAllLines(file)) : Optional.empty();
    }

    /** Writes beside the file first, so that an interruption leaves no half of it. */
    void write(List<String> groups) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.write(partial, groups);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
