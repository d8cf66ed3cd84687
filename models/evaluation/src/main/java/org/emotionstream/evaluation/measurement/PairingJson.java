package org.emotionstream.evaluation.measurement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Paired differences, and intervals, as JSON. */
final class PairingJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PairingJson() {}

    /** The two, their difference in each metric, and how often they differ. */
    static ObjectNode object(Pairing pairing) {
        ObjectNode object = NODES.objectNode();
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
        Agreement agreement = pairing.agreement();
        ObjectNode counted = object.putObject("agreement");
        counted.put("pictures", agreement.pictures());
        counted.put("differ", agreement.differ());
        counted.put("onlyFirstRight", agreement.onlyFirstRight());
        counted.put("onlySecondRight", agreement.onlySecondRight());
        return object;
    }

    /** The combination when uncertain faces count as unanswered. */
    static ObjectNode sure(Evaluation evaluation, Figures.Sure sure) {
        ObjectNode object = NODES.objectNode();
        object.put("uncertain", evaluation.faces() - sure.faces());
        object.put("answered", sure.faces());
        object.put("answeredShare", sure.answeredShare());
        object.put("answeredShareOfAll", sure.coverage().estimate());
        object.put("accuracyAmongAnswered", sure.accuracy().estimate());
        object.set("accuracyAmongAnsweredInterval", ends(sure.accuracy()));
        return object;
    }

    /** The two ends. */
    static ArrayNode ends(Interval interval) {
        return NODES.arrayNode().add(interval.low()).add(interval.high());
    }
}
