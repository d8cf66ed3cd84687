package org.emotionstream.evaluation.measurement;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.emotionstream.contract.Release;

/**
 * The single network that a combination has to beat.
 *
 * @param name for example {@code model-1}
 * @param chosenBefore whether it was chosen on other pictures than those that it is judged on; chosen on the
 *     same ones, it has the advantage
 */
public record BestSingle(String name, boolean chosenBefore) {
    /** The one that the release's own record says was best while training; without a record, that on these pictures. */
    static BestSingle of(Release release, Evaluation evaluation) {
        return Optional.ofNullable(release.metrics())
                .map(metrics -> metrics.path(metrics.has("outOfFold") ? "outOfFold" : "keptApart"))
                .filter(scores -> Evaluation.NETWORKS.stream()
                        .allMatch(name -> scores.path(name).path("accuracy").isNumber()))
                .map(scores ->
                        chosenBefore(name -> scores.path(name).path("accuracy").asDouble()))
                .orElseGet(() -> onThese(evaluation));
    }

    /** The most accurate on these pictures. */
    public static BestSingle onThese(Evaluation evaluation) {
        Map<String, Scores> scores = evaluation.scores();
        return new BestSingle(best(name -> scores.get(name).accuracy()), false);
    }

    /** The most accurate on other pictures than those that it is judged on, by its accuracy there. */
    public static BestSingle chosenBefore(ToDoubleFunction<String> accuracy) {
        return new BestSingle(best(accuracy), true);
    }

    private static String best(ToDoubleFunction<String> accuracy) {
        return Evaluation.NETWORKS.stream()
                .max(Comparator.comparingDouble(accuracy).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }
}
