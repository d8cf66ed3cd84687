package org.emotionstream.evaluation.measurement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.emotionstream.contract.Emotion;

/**
 * How far figures would move with another draw of pictures (Efron's percentile bootstrap, clustered): groups
 * are drawn with replacement, each with all its pictures, because pictures of one group are hardly more
 * than one picture. Every column of answers is judged on the same draws, so that differences are paired.
 * The seed is fixed: the same answers give the same intervals.
 */
public final class Bootstrap {
    /** How many draws an interval rests on. */
    public static final int RESAMPLES = 2000;

    private static final long SEED = 20_261_122;
    private static final int NOTHING = Emotion.COUNT;

    private final List<Emotion> labels;
    private final int[][] groups;

    /**
     * @param labels of the pictures
     * @param groups of the pictures, in the same order; equal names belong together
     */
    public Bootstrap(List<Emotion> labels, List<String> groups) {
        if (labels.size() != groups.size()) {
            throw new IllegalArgumentException(
                    "expected a group a label, found " + groups.size() + " and " + labels.size());
        }
        this.labels = List.copyOf(labels);
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            members.computeIfAbsent(groups.get(i), name -> new ArrayList<>()).add(i);
        }
        this.groups = members.values().stream()
                .map(pictures -> pictures.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** How many groups there are to draw from. */
    public int groups() {
        return groups.length;
    }

    /**
     * Judges one column of answers on every draw.
     *
     * @param answers to the pictures, in the order of the labels; empty where there was none
     */
    public Resamples resample(List<Optional<Emotion>> answers) {
        if (answers.size() != labels.size()) {
            throw new IllegalArgumentException(
                    "expected an answer a label, found " + answers.size() + " and " + labels.size());
        }
        int[][] cells = cells(answers);
        SplittableRandom random = new SplittableRandom(SEED);
        List<Scores> resamples = new ArrayList<>(RESAMPLES);
        for (int resample = 0; resample < RESAMPLES; resample++) {
            int[] counts = new int[Emotion.COUNT * (Emotion.COUNT + 1)];
            for (int draw = 0; draw < groups.length; draw++) {
                for (int cell : cells[random.nextInt(groups.length)]) {
                    counts[cell]++;
                }
            }
            resamples.add(scores(counts));
        }
        int[] counts = new int[Emotion.COUNT * (Emotion.COUNT + 1)];
        Arrays.stream(cells).flatMapToInt(Arrays::stream).forEach(cell -> counts[cell]++);
        return new Resamples(this, scores(counts), resamples);
    }

    /** Of each group, the cells of the table of labels and answers that its pictures fall in. */
    private int[][] cells(List<Optional<Emotion>> answers) {
        return Arrays.stream(groups)
                .map(group -> Arrays.stream(group)
                        .map(picture -> labels.get(picture).ordinal() * (Emotion.COUNT + 1)
                                + answers.get(picture).map(Emotion::ordinal).orElse(NOTHING))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static Scores scores(int[] counts) {
        int[][] confusion = new int[Emotion.COUNT][];
        for (int label = 0; label < Emotion.COUNT; label++) {
            int row = label * (Emotion.COUNT + 1);
            confusion[label] = Arrays.copyOfRange(counts, row, row + Emotion.COUNT);
        }
        return new Scores(ConfusionMatrix.of(confusion), Arrays.stream(counts).sum());
    }
}
