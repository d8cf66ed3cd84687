package org.emotionstream.evaluation.skew;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What was measured as one JSON object. A share of nothing is {@code null}. */
public final class SkewJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SkewJson() {}

    /** The object as a tree: for a release's own {@code metrics} too. */
    public static ObjectNode object(Skew skew) {
        ObjectNode object = NODES.objectNode();
        object.put("release", skew.releaseId());
        object.put("split", skew.split());
        ArrayNode comparisons = object.putArray("comparisons");
        skew.guises().comparisons().forEach(each -> comparisons.add(comparison(each)));
        ArrayNode sources = object.putArray("faceFree");
        skew.faceFree().sources().forEach(each -> sources.add(source(each)));
        return object;
    }

    private static ObjectNode comparison(SkewReport.Comparison comparison) {
        ObjectNode node = NODES.objectNode();
        node.put("kind", comparison.kind());
        node.put("guises", comparison.guises());
        node.put("faces", comparison.faces());
        node.put("foundInBoth", comparison.foundInBoth());
        put(node, "kept", comparison.kept());
        put(node, "meanChange", comparison.meanChange());
        return node;
    }

    private static ObjectNode source(FaceFreeReport.Source source) {
        ObjectNode node = NODES.objectNode();
        node.put("name", source.name());
        node.put("pictures", source.pictures());
        node.put("boxes", source.boxes());
        node.put("notAFace", source.notAFace());
        node.put("uncertain", source.uncertain());
        node.put("emotions", source.emotions());
        put(node, "boxesPerThousand", source.boxesPerThousand());
        put(node, "emotionsPerThousand", source.emotionsPerThousand());
        return node;
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isNaN(value)) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }
}
