package org.emotionstream.evaluation.measurement;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Two releases as one JSON object: {@code first} and {@code second} as {@link EvaluationJson} writes them, and
 * {@code paired}, the first less the second, model by model.
 */
final class ComparisonJson {
    private ComparisonJson() {}

    /** The object, indented. */
    static String write(ReleaseComparison comparison) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set("first", EvaluationJson.object(comparison.first()));
        object.set("second", EvaluationJson.object(comparison.second()));
        ObjectNode paired = object.putObject("paired");
        comparison.pairings().forEach((name, pairing) -> paired.set(name, PairingJson.object(pairing)));
        return object.toPrettyString();
    }
}
