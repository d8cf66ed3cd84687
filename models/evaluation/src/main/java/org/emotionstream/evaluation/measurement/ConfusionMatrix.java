package org.emotionstream.evaluation.measurement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import org.emotionstream.contract.Emotion;

/** How often each class was answered for each label: faces, {@code [9 labels][9 answers]}. Immutable. */
public final class ConfusionMatrix {
    private final int[][] counts;

    private ConfusionMatrix(int[][] counts) {
        this.counts = counts;
    }

    /**
     * Counts answers.
     *
     * @param labels what each face shows
     * @param answers what was answered for it, in the same order
     * @throws IllegalArgumentException when there are not as many answers as labels
     */
    public static ConfusionMatrix of(List<Emotion> labels, List<Emotion> answers) {
        if (labels.size() != answers.size()) {
            throw new IllegalArgumentException("expected an answer a label, found " + labels.size() + " labels and "
                    + answers.size() + " answers");
        }
        int[][] counts = new int[Emotion.COUNT][Emotion.COUNT];
        for (int i = 0; i < labels.size(); i++) {
            counts[labels.get(i).ordinal()][answers.get(i).ordinal()]++;
        }
        return new ConfusionMatrix(counts);
    }

    /**
     * Of counts.
     *
     * @param counts {@code [9 labels][9 answers]}, copied
     * @throws IllegalArgumentException when it has another shape, or a negative count
     */
    @JsonCreator
    public static ConfusionMatrix of(int[][] counts) {
        boolean square =
                counts.length == Emotion.COUNT && Arrays.stream(counts).allMatch(row -> row.length == Emotion.COUNT);
        if (!square || Arrays.stream(counts).flatMapToInt(Arrays::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("expected 9 x 9 counts, found " + Arrays.deepToString(counts));
        }
        return new ConfusionMatrix(Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new));
    }

    /** {@code [9 labels][9 answers]}, a copy. */
    @JsonValue
    public int[][] counts() {
        return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }

    /** How many faces of this label got this answer. */
    public int count(Emotion label, Emotion answer) {
        return counts[label.ordinal()][answer.ordinal()];
    }

    /** How many faces have this label. */
    public int labelled(Emotion label) {
        return Arrays.stream(counts[label.ordinal()]).sum();
    }

    /** How many faces got this answer. */
    public int answered(Emotion answer) {
        return Arrays.stream(counts).mapToInt(row -> row[answer.ordinal()]).sum();
    }

    /** How many faces got their label as answer. */
    public int correct() {
        return Arrays.stream(Emotion.values())
                .mapToInt(emotion -> count(emotion, emotion))
                .sum();
    }

    /** How many faces there are. */
    public int faces() {
        return Arrays.stream(Emotion.values()).mapToInt(this::labelled).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix matrix && Arrays.deepEquals(counts, matrix.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return "ConfusionMatrix" + Arrays.deepToString(counts);
    }
}
