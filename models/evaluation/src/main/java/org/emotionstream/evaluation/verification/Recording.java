package org.emotionstream.evaluation.verification;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.contract.ReleaseException;

/**
 * The file {@value #FILE} of a release: what it has answered when it was written.
 *
 * @param formatVersion {@value #FORMAT_VERSION}
 * @param description sha256 of {@code release.json} with zeros in place of the hash of this file, which cannot
 *     be known before this file is written
 * @param seed of the inputs
 * @param inputs how many were drawn
 * @param outputs what came out
 */
record Recording(int formatVersion, String description, long seed, int inputs, RecordedOutputs outputs) {
    /** Its name in a release. */
    static final String FILE = "verification.json";

    /** The version that this code reads and writes. */
    static final int FORMAT_VERSION = 1;

    private static final int MOST_INPUTS = 1000;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    /**
     * @throws ReleaseException when it cannot be read
     */
    static Recording read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Recording recording = JSON.readValue(file.toFile(), Recording.class);
            if (recording.formatVersion() != FORMAT_VERSION) {
                throw new ReleaseException(
                        file + ": formatVersion: expected " + FORMAT_VERSION + ", found " + recording.formatVersion());
            }
            if (recording.inputs() < 1 || recording.inputs() > MOST_INPUTS) {
                throw new ReleaseException(
                        file + ": inputs: expected 1 to " + MOST_INPUTS + ", found " + recording.inputs());
            }
            return recording;
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + file + ": " + FileFailure.inWords(e), e);
        }
    }

    void write(Path folder) throws IOException {
        JSON.writer(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve(FILE).toFile(), this);
    }
}
