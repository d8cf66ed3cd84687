package org.emotionstream.training.grouping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

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
        try {
            String text = Groups.VERSION + "/" + dataHash;
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new GroupFile(folder.resolve("groups-" + HexFormat.of().formatHex(digest, 0, 8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
