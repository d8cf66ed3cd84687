package org.emotionstream.deploy.checks;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One thing that somebody types wrongly.
 *
 * @param kind of the object
 * @param name of the object, without the hash that kustomize adds
 * @param pointer to the field, for example {@code /spec/replicas}
 * @param value as JSON; empty to take the field away
 * @param sentence that one of the rules must say
 */
record Mistake(String kind, String name, String pointer, String value, String sentence) {
    /** Makes it. */
    void in(Manifests manifests) throws java.io.IOException {
        ObjectNode tree = manifests
                .of(kind)
                .filter(manifest ->
                        manifest.name().equals(name) || manifest.name().startsWith(name + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + kind + "/" + name))
                .tree();
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = tree.at(place.head());
        String field = place.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            change(array, place.last().getMatchingIndex());
        } else if (value.isEmpty()) {
            if (((ObjectNode) parent).remove(field) == null) {
                throw new IllegalArgumentException("there is nothing at " + pointer);
            }
        } else {
            ((ObjectNode) parent).set(field, json());
        }
    }

    private void change(ArrayNode array, int index) throws java.io.IOException {
        if (value.isEmpty()) {
            array.remove(index);
        } else {
            array.set(index, json());
        }
    }

    private JsonNode json() throws java.io.IOException {
        return new com.fasterxml.jackson.databind.ObjectMapper().readTree(value.replace('\'', '"'));
    }

    @Override
    public String toString() {
        return kind + "/" + name + " " + pointer + " " + (value.isEmpty() ? "taken away" : "= " + value);
    }
}
