package org.emotionstream.evaluation.measurement;

import java.util.Optional;
import java.util.OptionalDouble;
import org.emotionstream.contract.Emotion;

/**
 * How well one class is recognised, over the faces that were found.
 *
 * @param labelled how many faces have this label (the n of recall)
 * @param answered how many faces got this answer (the n of precision)
 * @param correct how many of the one are of the other
 */
public record ClassScores(int labelled, int answered, int correct) {
    /** Of this class in a confusion matrix. */
    static ClassScores of(ConfusionMatrix matrix, Emotion emotion) {
        return new ClassScores(matrix.labelled(emotion), matrix.answered(emotion), matrix.count(emotion, emotion));
    }

    /** Of the faces with this label, the share that got it as answer, in [0, 1]; none without such faces. */
    public OptionalDouble recall() {
        return share(correct, labelled);
    }

    /** Of the faces with this answer, the share that has it as label, in [0, 1]; none without such faces. */
    public OptionalDouble precision() {
        return share(correct, answered);
    }

    /** Recall with Wilson's interval; none without faces of this label. */
    public Optional<Interval> recallInterval() {
        return Wilson.of(correct, labelled);
    }

    /** Precision with Wilson's interval; none without faces with this answer. */
    public Optional<Interval> precisionInterval() {
        return Wilson.of(correct, answered);
    }

    /** Harmonic mean of precision and recall, in [0, 1]; 0 for a class that is neither labelled nor answered. */
    public double f1() {
        return share(2 * correct, labelled + answered).orElse(0);
    }

    private static OptionalDouble share(int part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
