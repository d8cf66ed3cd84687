package org.emotionstream.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@link Head} in a file of its own beside {@code release.json}, in JSON. */
public final class HeadFile {
    /** What the file is called, unless a release says otherwise. */
    public static final String NAME = "head.json";

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private HeadFile() {}

    /**
     * The head in this file.
     *
     * @throws ReleaseException when it cannot be read, or is none: the message names file and field, what
     *     was expected and what is there
     */
    public static Head read(Path file) {
        Head head;
        try {
            head = JSON.readValue(file.toFile(), Head.class);
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + file + ": " + FileFailure.inWords(e), e);
        }
        HeadCheck.check(file + ": ", head);
        return head;
    }

    /**
     * Writes a head; the same head gives the same bytes.
     *
     * @throws ReleaseException when {@link #read} would refuse it
     * @throws IOException when the file cannot be written
     */
    public static void write(Path file, Head head) throws IOException {
        HeadCheck.check(file + ": ", head);
        Files.writeString(file, JSON.writeValueAsString(head) + "\n");
    }
}
