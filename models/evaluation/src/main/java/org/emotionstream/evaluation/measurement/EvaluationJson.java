package org.emotionstream.evaluation.measurement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.emotionstream.contract.Emotion;

/**
 * An evaluation as one JSON object: {@code model-1} to {@code model-4} and {@code combined}, beside them
 * {@code coverage} and what was counted. A share of nothing is {@code null}; an interval is an array of its
 * two ends.
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
        Figures figures = report.figures();
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
        figures.models().forEach((name, model) -> object.set(name, model(model)));
        object.put("groups", figures.groups());
        ObjectNode majority = object.putObject("majority");
        majority.put("label", figures.majority().label().label());
        majority.put("share", figures.majority().share());
        majority.put("shareOfAll", figures.majority().shareOfAll());
        object.set("uncertain", PairingJson.sure(evaluation, figures.sure()));
        ObjectNode best = PairingJson.object(figures.againstBest());
        best.put("chosenBefore", figures.bestSingle().chosenBefore());
        object.set("againstBest", best);
        ObjectNode threeOfFour = object.putObject("threeOfFour");
        figures.withoutOne().forEach((name, pairing) -> threeOfFour.set(name, PairingJson.object(pairing)));
        return object;
    }

    private static ObjectNode model(ModelFigures model) {
        Scores scores = model.scores();
        ObjectNode object = NODES.objectNode();
        object.put("accuracy", scores.accuracy());
        object.put("accuracyAll", scores.accuracyAll());
        object.put("macroF1", scores.macroF1());
        object.put("balancedAccuracy", scores.balancedAccuracy());
        ObjectNode intervals = object.putObject("intervals");
        model.intervals().forEach((metric, interval) -> intervals.set(metric.label(), PairingJson.ends(interval)));
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
        object.put("answered", scores.answered());
        scores.recallInterval().ifPresent(interval -> object.set("recallInterval", PairingJson.ends(interval)));
        scores.precisionInterval().ifPresent(interval -> object.set("precisionInterval", PairingJson.ends(interval)));
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
