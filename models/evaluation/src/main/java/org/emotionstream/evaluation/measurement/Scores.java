package org.emotionstream.evaluation.measurement;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.emotionstream.contract.Emotion;

/**
 * What one network, or the combined model, is worth on labelled pictures.
 *
 * @param confusion over the faces that were found and measured
 * @param pictures all labelled pictures, found or not; at least as many as faces
 */
public record Scores(ConfusionMatrix confusion, int pictures) {
    private static final int EMOTIONS = Emotion.COUNT - 1;

    public Scores {
        if (pictures < confusion.faces()) {
            throw new IllegalArgumentException(
                    "expected a picture a face or more, found " + pictures + " and " + confusion.faces());
        }
    }

    /** Share of the faces found that got their label, nine classes, in [0, 1]; 0 without a face. */
    public double accuracy() {
        return share(confusion.faces());
    }

    /** Share of all pictures that got their label: one in which nothing was found counts as wrong; in [0, 1]. */
    public double accuracyAll() {
        return share(pictures);
    }

    /** Mean of F1 over the eight emotions (no-face is told apart), over the faces found, in [0, 1]. */
    public double macroF1() {
        return Arrays.stream(Emotion.values())
                        .filter(emotion -> emotion != Emotion.NO_FACE)
                        .mapToDouble(emotion -> of(emotion).f1())
                        .sum()
                / EMOTIONS;
    }

    /** Mean recall of those of the nine classes that occur among the faces found, in [0, 1]; 0 without a face. */
    public double balancedAccuracy() {
        return Arrays.stream(Emotion.values())
                .map(emotion -> of(emotion).recall())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average()
                .orElse(0);
    }

    /** Share of the pictures that got an answer, in [0, 1]; 0 without a picture. */
    public double coverage() {
        return pictures == 0 ? 0 : (double) confusion.faces() / pictures;
    }

    /** How well one class is recognised, over the faces found. */
    public ClassScores of(Emotion emotion) {
        return ClassScores.of(confusion, emotion);
    }

    private double share(int whole) {
        return whole == 0 ? 0 : (double) confusion.correct() / whole;
    }
}
