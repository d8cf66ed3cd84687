package org.emotionstream.paper.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The paper's augmentation: one third of the pictures gets a changed copy; every original is kept. */
final class AugmentedCopies {
    private AugmentedCopies() {}

    /** The copies of a third of these rows, drawn by the seed; each with its original's components and label. */
    static List<PaperRow> of(List<PaperRow> originals, PaperPlan plan) {
        List<Integer> drawn =
                IntStream.range(0, originals.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(drawn, Draws.random(plan.seed(), "copied"));
        Random random = Draws.random(plan.seed(), "changes");
        return drawn.stream()
                .limit(originals.size() / plan.copiesOneIn())
                .map(originals::get)
                .map(row -> copy(row, Distortion.draw(random)))
                .toList();
    }

    private static PaperRow copy(PaperRow original, Distortion distortion) {
        return new PaperRow(distortion.apply(original.tile()), original.components(), original.label());
    }
}
