package org.emotionstream.contract.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.contract.Release;
import org.emotionstream.contract.ReleaseException;
import org.emotionstream.contract.Sha256;
import org.emotionstream.contract.StoredRelease;

/**
 * The {@link DriftReference} of a release in a file beside its {@code release.json}; it may be missing. It says
 * nothing of how to compute, so {@code release.json} does not list it, and it may be made anew, of other data,
 * without another release; instead it names the content that it is of, and holds its own sha256.
 */
public final class ReferenceFile {
    /** Its name. */
    public static final String NAME = "reference.json";

    private static final String OWN_HASH = "sha256";
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private ReferenceFile() {}

    /**
     * The reference of this release; empty where there is none.
     *
     * @throws ReleaseException when it cannot be read, is not as it was written, or is of another release: the
     *     message says what was expected and what is there
     */
    public static Optional<DriftReference> read(StoredRelease stored) {
        Path file = stored.folder().resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String where = file + ": ";
        try {
            DriftReference reference = parse(where, Files.readString(file)).checked(where);
            DriftReference.expect(where, "release", stored.release().id(), reference.release());
            DriftReference.expect(where, "answering", answering(stored.release()), reference.answering());
            return Optional.of(reference);
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + file + ": " + FileFailure.inWords(e), e);
        }
    }

    /**
     * Writes what was counted, in place of what was there.
     *
     * @param stored the release that answered
     * @param counts by measure and bucket
     * @param data what the faces were, for people
     * @throws IOException when it cannot be written
     */
    public static void write(StoredRelease stored, Map<String, Map<String, Long>> counts, String data)
            throws IOException {
        Release release = stored.release();
        DriftReference reference =
                new DriftReference(DriftReference.FORMAT_VERSION, release.id(), answering(release), data, counts);
        Path file = stored.folder().resolve(NAME);
        Files.writeString(file, text(reference.checked(file + ": ")));
    }

    /** What decides the answers; not the texts and recordings beside it, which may be made anew. */
    private static String answering(Release release) {
        StringBuilder content = new StringBuilder(release.tile().toString());
        content.append(release.files().get(release.features().file()));
        release.networks().forEach(network -> content.append(release.files().get(network.file())));
        return Sha256.hex(
                content.append(release.files().get(release.head().file())).toString());
    }

    private static DriftReference parse(String where, String text) throws IOException {
        JsonNode json = JSON.readTree(text);
        if (!(json instanceof ObjectNode fields)) {
            throw new ReleaseException(where + "expected a JSON object");
        }
        JsonNode ownHash = fields.remove(OWN_HASH);
        DriftReference reference = JSON.treeToValue(fields, DriftReference.class);
        if (!text(reference).equals(text)) {
            throw new ReleaseException(where + "not as it was written: expected the sha256 " + hash(reference)
                    + " and nothing else, found " + ownHash);
        }
        return reference;
    }

    private static String text(DriftReference reference) throws JsonProcessingException {
        ObjectNode json = JSON.valueToTree(reference);
        json.put(OWN_HASH, hash(reference));
        return JSON.writeValueAsString(json) + "\n";
    }

    private static String hash(DriftReference reference) throws JsonProcessingException {
        return Sha256.hex(JSON.writeValueAsString(reference));
    }
}
