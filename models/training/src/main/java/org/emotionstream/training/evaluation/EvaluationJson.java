package org.emotionstream.training.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.emotionstream.contract.Emotion;

/**
 * An evaluation as one JSON object: {@code model-1} to {@code model-4} and {@code combined}, beside them
 * {@code coverage} and what was counted. A share of nothing is {@code null}.
 */
final class EvaluationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EvaluationJson() {}

    /** The object, indented. */
    static String write(EvaluationReport report) {
        return object(report).toPrettyString();
    }

    /** The object as a tree: what a release's own {@code metrics} may hold too. */
    static ObjectNode object(EvaluationReport report) {
        Evaluation evaluation = report.evaluation();
        ObjectNode object = NODES.objectNode();
        object.put("release", report.releaseId());
        object.put("split", report.split());
        object.put("pictures", evaluation.pictures());
        object.put("found", evaluation.faces());
        object.put("coverage", evaluation.coverage());
        object.set("leftOut", counts(report.leftOut()));
        object.set("unanswered", counts(evaluation.unanswered()));
        ArrayNode classes = object.putArray("classes");
        Emotion.labels().forEach(classes::add);
        evaluation.scores().forEach((name, scores) -> object.set(name, scores(scores)));
        return object;
    }

    private static ObjectNode scores(Scores scores) {
        ObjectNode object = NODES.objectNode();
        object.put("accuracy", scores.accuracy());
        object.put("accuracyAll", scores.accuracyAll());
        object.put("macroF1", scores.macroF1());
        ClassScores noFace = scores.of(Emotion.NO_FACE);
        ObjectNode apart = object.putObject("noFace");
        put(apart, "precision", noFace.precision());
        put(apart, "recall", noFace.recall());
        ObjectNode perClass = object.putObject("perClass");
        ArrayNode confusion = object.putArray("confusion");
        for (Emotion label : Emotion.values()) {
            perClass.set(label.label(), perClass(scores.of(label)));
            ArrayNode row = confusion.addArray();
            for (Emotion answer : Emotion.values()) {
                row.add(scores.confusion().count(label, answer));
            }
        }
        return object;
    }

    private static ObjectNode perClass(ClassScores scores) {
        ObjectNode object = NODES.objectNode();
        object.put("n", scores.labelled());
        put(object, "recall", scores.recall());
        put(object, "precision", scores.precision());
        object.put("f1", scores.f1());
        return object;
    }

    private static ObjectNode counts(Map<String, Integer> counts) {
        ObjectNode object = NODES.objectNode();
        new TreeMap<>(counts).forEach(object::put);
        return object;
    }

    private static void put(ObjectNode object, String name, OptionalDouble share) {
        if (share.isPresent()) {
            object.put(name, share.getAsDouble());
        } else {
            object.putNull(name);
        }
    }
}
