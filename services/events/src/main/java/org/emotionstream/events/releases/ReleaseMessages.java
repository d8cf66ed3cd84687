package org.emotionstream.events.releases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.ReleaseContent;

/**
 * The records of {@code internal.releases}: small JSON that a person can read. The key is {@code pinned}, or
 * {@code STAGE/INSTANCE} for a report.
 */
final class ReleaseMessages {
    static final String PINNED = "pinned";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReleaseMessages() {}

    static String key(StageReport report) {
        return report.stage() + "/" + report.instance();
    }

    static byte[] write(ReleaseContent pinned) {
        return bytes(json(pinned));
    }

    static byte[] write(StageReport report) {
        ObjectNode json = JSON.createObjectNode();
        json.put("stage", report.stage());
        json.put("instance", report.instance());
        json.put("names", report.names().orElse(null));
        var holds = json.putArray("holds");
        report.holds().forEach(content -> holds.add(json(content)));
        json.put("problem", report.problem().orElse(null));
        return bytes(json);
    }

    /** @throws IOException when it is none */
    static ReleaseContent readPinned(byte[] value) throws IOException {
        return content(JSON.readTree(value));
    }

    /** @throws IOException when it is none */
    static StageReport readReport(byte[] value) throws IOException {
        JsonNode json = JSON.readTree(value);
        List<ReleaseContent> holds = new ArrayList<>();
        for (JsonNode held : json.path("holds")) {
            holds.add(content(held));
        }
        return new StageReport(
                text(json, "stage"), text(json, "instance"), optional(json, "names"), holds, optional(json, "problem"));
    }

    private static ObjectNode json(ReleaseContent content) {
        return JSON.createObjectNode().put("release", content.id()).put("hash", content.hash());
    }

    private static ReleaseContent content(JsonNode json) throws IOException {
        return new ReleaseContent(text(json, "release"), text(json, "hash"));
    }

    private static String text(JsonNode json, String field) throws IOException {
        return optional(json, field).orElseThrow(() -> new IOException("expected a text \"" + field + "\" in " + json));
    }

    private static Optional<String> optional(JsonNode json, String field) {
        return Optional.ofNullable(json.path(field).textValue());
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }
}
