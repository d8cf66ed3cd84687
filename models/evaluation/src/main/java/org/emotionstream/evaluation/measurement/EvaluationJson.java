package org.emotionstream.evaluation.measurement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.TreeMap;
import org.emotionstream.contract.Emotion;

/**
 * An evaluation as one JSON object: {@code model-1} to {@code model-4} and {@code combined}, beside them
 * {@code coverage} and what was counted. A share of nothing is {@code null}; an interval is an array of its
 * two ends.
 */
public final class EvaluationJson {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    private EvaluationJson() {}

    /** The object, indented. */
    static String write(EvaluationReport report) {
        return object(report).toPrettyString();
    }

    /**
     * Two releases as one object, indented: {@code first} and {@code second}, and {@code paired}, the first less
     * the second, model by model.
     */
    static String write(ReleaseComparison comparison) {
        ObjectNode object = JSON.createObjectNode();
        object.set("first", object(comparison.first()));
        object.set("second", object(comparison.second()));
        ObjectNode paired = object.putObject("paired");
        comparison.pairings().forEach((name, pairing) -> paired.set(name, pairing(pairing)));
        return object.toPrettyString();
    }

    /** The object as a tree: what a release's own {@code metrics} may hold too. */
    public static ObjectNode object(EvaluationReport report) {
        Evaluation evaluation = report.evaluation();
        Figures figures = report.figures();
        ObjectNode object = JSON.createObjectNode();
        object.put("release", report.releaseId());
        object.put("split", report.split());
        object.put("pictures", evaluation.pictures());
        object.put("found", evaluation.faces());
        object.put("coverage", evaluation.coverage());
        object.set("leftOut", JSON.valueToTree(new TreeMap<>(report.leftOut())));
        object.set("unanswered", JSON.valueToTree(new TreeMap<>(evaluation.unanswered())));
        object.set("classes", JSON.valueToTree(Emotion.labels()));
        figures.models().forEach((name, model) -> object.set(name, model(model)));
        object.put("groups", figures.groups());
        ObjectNode majority = object.putObject("majority");
        majority.put("label", figures.majority().label().label());
        majority.put("share", figures.majority().share());
        majority.put("shareOfAll", figures.majority().shareOfAll());
        object.set("uncertain", uncertain(evaluation, figures.sure()));
        ObjectNode best = pairing(figures.againstBest());
        best.put("chosenBefore", figures.bestSingle().chosenBefore());
        object.set("againstBest", best);
        ObjectNode threeOfFour = object.putObject("threeOfFour");
        figures.withoutOne().forEach((name, pairing) -> threeOfFour.set(name, pairing(pairing)));
        return object;
    }

    private static ObjectNode model(ModelFigures model) {
        Scores scores = model.scores();
        ObjectNode object = JSON.createObjectNode();
        object.put("accuracy", scores.accuracy());
        object.put("accuracyAll", scores.accuracyAll());
        object.put("macroF1", scores.macroF1());
        object.put("balancedAccuracy", scores.balancedAccuracy());
        ObjectNode intervals = object.putObject("intervals");
        model.intervals().forEach((metric, interval) -> intervals.set(metric.label(), ends(interval)));
        ClassScores noFace = scores.of(Emotion.NO_FACE);
        ObjectNode apart = object.putObject("noFace");
        apart.set("precision", JSON.valueToTree(noFace.precision()));
        apart.set("recall", JSON.valueToTree(noFace.recall()));
        ObjectNode perClass = object.putObject("perClass");
        for (Emotion label : Emotion.values()) {
            perClass.set(label.label(), perClass(scores.of(label)));
        }
        object.set("confusion", JSON.valueToTree(scores.confusion()));
        return object;
    }

    private static ObjectNode perClass(ClassScores scores) {
        ObjectNode object = JSON.createObjectNode();
        object.put("n", scores.labelled());
        object.set("recall", JSON.valueToTree(scores.recall()));
        object.set("precision", JSON.valueToTree(scores.precision()));
        object.put("f1", scores.f1());
        object.put("answered", scores.answered());
        scores.recallInterval().ifPresent(interval -> object.set("recallInterval", ends(interval)));
        scores.precisionInterval().ifPresent(interval -> object.set("precisionInterval", ends(interval)));
        return object;
    }

    /** The two, their difference in each metric, and how often they differ. */
    private static ObjectNode pairing(Pairing pairing) {
        ObjectNode object = JSON.createObjectNode();
        object.put("first", pairing.first());
        object.put("second", pairing.second());
        ObjectNode differences = object.putObject("differences");
        pairing.differences().forEach((metric, difference) -> {
            ObjectNode one = differences.putObject(metric.label());
            one.put("first", difference.first());
            one.put("second", difference.second());
            one.put("difference", difference.difference().estimate());
            one.set("interval", ends(difference.difference()));
        });
        object.set("agreement", JSON.valueToTree(pairing.agreement()));
        return object;
    }

    /** The combination when uncertain faces count as unanswered. */
    private static ObjectNode uncertain(Evaluation evaluation, Figures.Sure sure) {
        ObjectNode object = JSON.createObjectNode();
        object.put("uncertain", evaluation.faces() - sure.faces());
        object.put("answered", sure.faces());
        object.put("answeredShare", sure.answeredShare());
        object.put("answeredShareOfAll", sure.coverage().estimate());
        object.put("accuracyAmongAnswered", sure.accuracy().estimate());
        object.set("accuracyAmongAnsweredInterval", ends(sure.accuracy()));
        return object;
    }

    private static ArrayNode ends(Interval interval) {
        return JSON.createArrayNode().add(interval.low()).add(interval.high());
    }
}
