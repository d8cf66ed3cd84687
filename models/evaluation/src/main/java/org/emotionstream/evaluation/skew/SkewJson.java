package org.emotionstream.evaluation.skew;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What was measured as one JSON object. A share of nothing is {@code null}. */
final class SkewJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SkewJson() {}

    /** The object as a tree. */
    static ObjectNode object(Skew skew) {
        ObjectNode object = JSON.createObjectNode();
        object.put("release", skew.releaseId());
        object.put("split", skew.split());
        ArrayNode comparisons = object.putArray("comparisons");
        skew.guises().comparisons().forEach(each -> comparisons.add(withoutNaN(JSON.valueToTree(each))));
        ArrayNode sources = object.putArray("faceFree");
        for (FaceFreeReport.Source each : skew.faceFree().sources()) {
            ObjectNode source = JSON.valueToTree(each);
            source.put("boxesPerThousand", each.boxesPerThousand());
            source.put("emotionsPerThousand", each.emotionsPerThousand());
            sources.add(withoutNaN(source));
        }
        return object;
    }

    private static ObjectNode withoutNaN(ObjectNode object) {
        object.properties().stream()
                .filter(field -> Double.isNaN(field.getValue().asDouble()))
                .forEach(field -> field.setValue(NullNode.instance));
        return object;
    }
}
