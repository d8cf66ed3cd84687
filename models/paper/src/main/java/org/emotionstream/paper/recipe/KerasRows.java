package org.emotionstream.paper.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Originals and copies as Keras is given them: shuffled together, the first part learned from, the rest its
 * {@code validation_split}. A copy and its original can stand on both sides, and so can pictures of one group:
 * what Keras calls validation accuracy leaks. The paper's does, and this one with it.
 *
 * @param rows shuffled
 * @param learned how many of them, from the first on, are learned from
 */
record KerasRows(List<PaperRow> rows, int learned) {
    /**
     * The paper's augmentation: one third of the pictures, drawn by the seed, gets a changed copy with its original's
     * components and label; every original is kept.
     */
    static List<PaperRow> copies(List<PaperRow> originals, PaperPlan plan) {
        List<PaperRow> drawn = new ArrayList<>(originals);
        Collections.shuffle(drawn, Draws.random(plan.seed(), "copied"));
        Random changes = Draws.random(plan.seed(), "changes");
        return drawn.stream()
                .limit(originals.size() / plan.copiesOneIn())
                .map(row -> new PaperRow(Distortion.draw(changes).apply(row.tile()), row.components(), row.label()))
                .toList();
    }

    static KerasRows shuffled(List<PaperRow> originals, List<PaperRow> copies, PaperPlan plan) {
        List<PaperRow> rows = new ArrayList<>(originals);
        rows.addAll(copies);
        Collections.shuffle(rows, Draws.random(plan.seed(), "rows"));
        // As Keras computes it: int(len * (1 - validation_split)).
        int learned = (int) (rows.size() * (1 - plan.validationShare()));
        if (learned == 0 || learned == rows.size()) {
            throw new IllegalArgumentException("too few pictures to learn from: " + rows.size()
                    + " with their copies; some must be learned from and some kept apart");
        }
        return new KerasRows(List.copyOf(rows), learned);
    }

    /** Ordinals of the classes, row by row. */
    int[] labels() {
        return rows.stream().mapToInt(row -> row.label().ordinal()).toArray();
    }
}
