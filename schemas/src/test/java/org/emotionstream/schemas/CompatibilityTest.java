package org.emotionstream.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Full transitive compatibility: of all released versions and today's, each reads what each has written. Each
 * release adds a folder of its schemas. And each edit that breaks this is found.
 */
class CompatibilityTest {
    private static final String TODAY = "today";
    private static final String FILE = "5-ImageEmotions.avsc";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyVersionReadsEveryOther() throws IOException {
        Map<String, Map<String, Schema>> versions = new LinkedHashMap<>();
        for (Path folder : SchemaFiles.list(SchemaFiles.RELEASED)) {
            versions.put(folder.getFileName().toString(), SchemaFiles.in(folder));
        }
        assertThat(versions).isNotEmpty();
        versions.put(TODAY, SchemaFiles.in(SchemaFiles.CURRENT));

        assertThat(Compatibility.problems(versions)).isEmpty();
    }

    /**
     * An edit of a schema file.
     *
     * @param what is done
     * @param edit does it
     */
    record Edit(String what, Consumer<ObjectNode> edit) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Edit> editsThatBreak() {
        return List.of(
                new Edit("a field added without a default", schema -> add(schema, "{'name':'new','type':'int'}")),
                new Edit("a field removed that has no default", schema -> remove(schema, "imageId")),
                new Edit("a field renamed", schema -> field(schema, "imageId").put("name", "id")),
                new Edit("a field of another type", schema -> field(schema, "width")
                        .put("type", "string")),
                new Edit("a type made wider", schema -> field(schema, "width").put("type", "long")),
                new Edit("a text made optional", schema -> field(schema, "imageId")
                        .set("type", optional("string"))),
                new Edit("a symbol added to an enum without a default", schema -> symbols(schema)
                        .add("new")),
                new Edit("a symbol renamed", schema -> symbols(schema).remove(0)),
                new Edit("the record renamed", schema -> schema.put("name", "Answers")),
                new Edit("milliseconds made microseconds", schema -> ((ObjectNode)
                                field(schema, "enteredAt").get("type"))
                        .put("logicalType", "timestamp-micros")));
    }

    @ParameterizedTest
    @MethodSource("editsThatBreak")
    void anEditThatBreaksIsFound(Edit edit) throws IOException {
        assertThat(Compatibility.problems(edited(edit))).isNotEmpty();
    }

    static List<Edit> editsThatKeep() {
        return List.of(
                new Edit("nothing", schema -> {}),
                new Edit(
                        "a field added with a default",
                        schema -> add(schema, "{'name':'new','type':['null','string'],'default':null}")),
                new Edit("a field removed that has a default", schema -> remove(schema, "omittedFaces")),
                new Edit("another word in the doc", schema -> schema.put("doc", "Else.")));
    }

    @ParameterizedTest
    @MethodSource("editsThatKeep")
    void anEditThatKeepsIsLetThrough(Edit edit) throws IOException {
        assertThat(Compatibility.problems(edited(edit))).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsFound() throws IOException {
        Map<String, Schema> today = SchemaFiles.in(SchemaFiles.CURRENT);
        Map<String, Schema> less = new LinkedHashMap<>(today);
        less.remove(FILE);

        assertThat(Compatibility.problems(versions(today, less)))
                .singleElement()
                .asString()
                .contains(FILE);
    }

    @Test
    void versionsThatAreNotNeighboursMustReadEachOtherToo() throws IOException {
        Schema with = schema(new Edit("", schema -> add(schema, "{'name':'new','type':'int','default':1}")));
        Schema without = schema(new Edit("", schema -> {}));
        Schema again = schema(new Edit("", schema -> add(schema, "{'name':'new','type':'string','default':''}")));
        Map<String, Map<String, Schema>> versions = new LinkedHashMap<>();
        versions.put("1", Map.of(FILE, with));
        versions.put("2", Map.of(FILE, without));
        versions.put("3", Map.of(FILE, again));

        assertThat(Compatibility.problems(versions))
                .isNotEmpty()
                .allMatch(problem -> problem.contains("1") && problem.contains("3"));
    }

    private static Map<String, Map<String, Schema>> edited(Edit edit) throws IOException {
        return versions(Map.of(FILE, SchemaFiles.in(SchemaFiles.CURRENT).get(FILE)), Map.of(FILE, schema(edit)));
    }

    private static Map<String, Map<String, Schema>> versions(Map<String, Schema> older, Map<String, Schema> newer) {
        Map<String, Map<String, Schema>> versions = new LinkedHashMap<>();
        versions.put("older", older);
        versions.put("newer", newer);
        return versions;
    }

    private static Schema schema(Edit edit) throws IOException {
        ObjectNode schema =
                (ObjectNode) JSON.readTree(SchemaFiles.CURRENT.resolve(FILE).toFile());
        edit.edit().accept(schema);
        return new Schema.Parser().parse(schema.toString());
    }

    private static ObjectNode field(ObjectNode schema, String name) {
        for (JsonNode field : schema.get("fields")) {
            if (field.get("name").asText().equals(name)) {
                return (ObjectNode) field;
            }
        }
        throw new AssertionError("no field " + name);
    }

    private static void add(ObjectNode schema, String field) {
        try {
            ((ArrayNode) schema.get("fields")).add(JSON.readTree(field.replace('\'', '"')));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void remove(ObjectNode schema, String name) {
        ArrayNode fields = (ArrayNode) schema.get("fields");
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).get("name").asText().equals(name)) {
                fields.remove(i);
                return;
            }
        }
        throw new AssertionError("no field " + name);
    }

    /** The symbols of the image's status, an enum without a default. */
    private static ArrayNode symbols(ObjectNode schema) {
        return (ArrayNode) field(schema, "status").get("type").get("symbols");
    }

    private static ArrayNode optional(String type) {
        return JSON.createArrayNode().add("null").add(type);
    }
}
