package org.emotionstream.evaluation.verification;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.ReleaseReader;
import org.emotionstream.contract.Sha256;

/**
 * {@code release.json}, which lists the hash of every file of a release and cannot hold its own. The recording
 * holds it: over the bytes as they are, with zeros in place of the recording's own hash.
 */
final class DescriptionFile {
    private static final String ZEROS = "0".repeat(64);
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private final Path file;

    DescriptionFile(Path folder) {
        this.file = folder.resolve(ReleaseReader.FILE);
    }

    /**
     * Each file that is listed, with its hash.
     *
     * @throws IOException when there is no such list
     */
    static Map<String, String> listed(Path folder) throws IOException {
        JsonNode files =
                JSON.readTree(folder.resolve(ReleaseReader.FILE).toFile()).path("files");
        if (!files.isObject() || files.isEmpty()) {
            throw new IOException("expected the hash of each file in the field files, found none");
        }
        Map<String, String> listed = new TreeMap<>();
        files.fields()
                .forEachRemaining(
                        file -> listed.put(file.getKey(), file.getValue().asText()));
        return listed;
    }

    /** Takes the recording out of the list, if it is in it. */
    void forgetRecording() throws IOException {
        change(files -> files.remove(Recording.FILE));
    }

    /** Lists the recording with zeros for its hash. */
    void listRecording() throws IOException {
        change(files -> files.put(Recording.FILE, ZEROS));
    }

    private void change(Consumer<ObjectNode> change) throws IOException {
        JsonNode release = JSON.readTree(file.toFile());
        if (!(release.path("files") instanceof ObjectNode files)) {
            throw new ReleaseException(file + ": expected the hash of each file in the field files, found none");
        }
        change.accept(files);
        JSON.writeValue(file.toFile(), release);
    }

    /** Puts the recording's hash in place of the zeros. */
    void fillIn(String hashOfRecording) throws IOException {
        Files.writeString(file, Files.readString(file).replace(ZEROS, hashOfRecording));
    }

    /**
     * @param expected the hash that the recording holds
     * @throws ReleaseException when the file has another, or cannot be read
     */
    DescriptionFile expect(String expected) {
        try {
            String found = hash();
            if (!found.equals(expected)) {
                throw new ReleaseException("expected " + expected + ", found " + found
                        + " (both with zeros for the hash of " + Recording.FILE + ")");
            }
            return this;
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + file + ": " + FileFailure.inWords(e), e);
        }
    }

    /**
     * The hash that the recording holds.
     *
     * @throws IOException when the file cannot be read
     */
    String hash() throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        JsonNode listed = JSON.readTree(text).path("files").path(Recording.FILE);
        String withoutRecording = listed.isTextual() ? text.replace(listed.asText(), ZEROS) : text;
        return Sha256.hex(withoutRecording);
    }
}
