package org.emotionstream.evaluation.measurement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.contract.Emotion;

/**
 * Two releases on the same pictures.
 *
 * @param first the one
 * @param second the other
 * @param pairings the first against the second, model by model: {@code model-1} to {@code model-4} and {@code
 *     combined}
 */
record ReleaseComparison(EvaluationReport first, EvaluationReport second, Map<String, Pairing> pairings) {
    /**
     * Pairs picture by picture.
     *
     * @throws IllegalArgumentException when they are not about the same pictures
     */
    static ReleaseComparison of(EvaluationReport first, EvaluationReport second) {
        Evaluation one = first.evaluation();
        Evaluation other = second.evaluation();
        if (!ids(one).equals(ids(other))) {
            throw new IllegalArgumentException("expected two evaluations of the same pictures in the same order, found "
                    + one.pictures() + " and " + other.pictures());
        }
        List<Emotion> labels = one.all().stream().map(EvaluatedPicture::label).toList();
        Bootstrap bootstrap = one.bootstrap();
        Map<String, Pairing> pairings = new LinkedHashMap<>();
        one.columns()
                .forEach((name, answers) -> pairings.put(
                        name,
                        Pairing.of(
                                labels,
                                Column.of(first.releaseId(), answers, bootstrap),
                                Column.of(second.releaseId(), other.columns().get(name), bootstrap))));
        return new ReleaseComparison(first, second, pairings);
    }

    private static List<String> ids(Evaluation evaluation) {
        return evaluation.all().stream().map(EvaluatedPicture::id).toList();
    }
}
