package org.emotionstream.evaluation.measurement;

import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.Emotion;

/**
 * How often two columns of answers to the same pictures differ; no answer is an answer of its own here, and
 * a wrong one.
 *
 * @param pictures how many there are
 * @param differ how many got two different answers
 * @param onlyFirstRight how many of these the first answered rightly
 * @param onlySecondRight how many of these the second answered rightly
 */
public record Agreement(int pictures, int differ, int onlyFirstRight, int onlySecondRight) {
    /** Counts. */
    static Agreement of(List<Emotion> labels, List<Optional<Emotion>> first, List<Optional<Emotion>> second) {
        int differ = 0;
        int onlyFirst = 0;
        int onlySecond = 0;
        for (int i = 0; i < labels.size(); i++) {
            Optional<Emotion> label = Optional.of(labels.get(i));
            if (!first.get(i).equals(second.get(i))) {
                differ++;
                onlyFirst += first.get(i).equals(label) ? 1 : 0;
                onlySecond += second.get(i).equals(label) ? 1 : 0;
            }
        }
        return new Agreement(labels.size(), differ, onlyFirst, onlySecond);
    }

    /** Share of the pictures that got two different answers, in [0, 1]. */
    public double differShare() {
        return pictures == 0 ? 0 : (double) differ / pictures;
    }
}
