package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One object of Kubernetes, as a tree.
 *
 * @param tree as it was rendered
 */
record Manifest(ObjectNode tree) {
    String kind() {
        return tree.path("kind").asText();
    }

    String name() {
        return tree.at("/metadata/name").asText();
    }

    Map<String, String> labels() {
        return texts(tree.at("/metadata/labels"));
    }

    /** @param pointer for example {@code /spec/replicas} */
    JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    /** A sentence about this object. */
    String problem(String sentence) {
        return this + ": " + sentence;
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }

    /** The elements of an array; none where there is no such node. */
    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The members of an object; none where there is no such node. */
    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
        return texts;
    }

    /** The texts of an array. */
    static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }

    /** Whether {@code matchLabels} of this selector are among these labels; an empty selector matches all. */
    static boolean selects(JsonNode matchLabels, Map<String, String> labels) {
        return labels.entrySet().containsAll(texts(matchLabels).entrySet());
    }
}
