package org.emotionstream.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.contract.Sha256;

/**
 * A folder of releases that a test may change.
 *
 * @param folder holds copies of the releases of the checkout
 */
record CopiedReleases(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies a release of the checkout under this id. */
    void copy(String id, String as) throws IOException {
        Path to = Files.createDirectories(folder.resolve(as));
        Path from = CommandLineInterface.root().resolve("models/releases").resolve(id);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        describe(as, json -> json.put("id", as));
    }

    /** What is in this file is no such thing any more, and the release says that this is how it should be. */
    void replaceByAnotherFileOfTheSameHash(String id, String name) throws IOException {
        Path file = folder.resolve(id).resolve(name);
        Files.write(file, new byte[] {1, 2, 3});
        String hash = Sha256.hex(file);
        describe(id, json -> ((ObjectNode) json.get("files")).put(name, hash));
    }

    void flipAByte(String id, String name) throws IOException {
        Path file = folder.resolve(id).resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    /** The one change that rolls. */
    void name(String id) throws IOException {
        Files.write(folder.resolve("DEFAULT"), List.of(id));
    }

    private interface Change {
        void of(ObjectNode json);
    }

    private void describe(String id, Change change) throws IOException {
        Path file = folder.resolve(id).resolve(ReleaseReader.FILE);
        ObjectNode json = (ObjectNode) JSON.readTree(file.toFile());
        change.of(json);
        JSON.writeValue(file.toFile(), json);
    }
}
