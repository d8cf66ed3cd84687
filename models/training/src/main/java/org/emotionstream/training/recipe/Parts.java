package org.emotionstream.training.recipe;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.emotionstream.contract.Sha256;

/**
 * The training rows, divided by group: a part that chooses (epochs, which training serves), and for each
 * training a fold that it does not learn from. What the networks of a training answer for its fold is out
 * of fold: to these answers, of all trainings together, head and confidences are fitted. A group is never
 * torn apart. The part that is reported on is another split of the data set altogether.
 *
 * @param choosing chooses epochs and the training that serves; no training learns from it
 * @param folds one for each training
 * @param common what every training learns from
 */
record Parts(List<LabelledFace> choosing, List<List<LabelledFace>> folds, List<LabelledFace> common) {
    /** Photographs of another kind: mostly neutral and happy, voted on by nobody. They are only learned from. */
    private static final String OTHER_KIND = "mux";

    /**
     * Divides by a hash of seed and group, so that it depends on neither order nor number of the rows.
     *
     * @param choosing share of the groups that choose, in (0, 1)
     * @param fold share of the groups in each fold; with all folds at most what the choosing part leaves
     * @param trainings how many folds there are
     */
    static Parts of(List<LabelledFace> faces, long seed, double choosing, double fold, int trainings) {
        if (choosing + fold * trainings > 1) {
            throw new IllegalArgumentException(
                    "the parts kept apart are more than all: " + choosing + " + " + trainings + " x " + fold);
        }
        List<List<LabelledFace>> parts = new ArrayList<>();
        for (int part = 0; part < trainings + 2; part++) {
            parts.add(new ArrayList<>());
        }
        for (LabelledFace face : faces) {
            double place = face.source().equals(OTHER_KIND) ? 1 : hash(seed, face.group());
            int part = place < choosing ? 0 : 1 + (int) Math.min((place - choosing) / fold, trainings);
            parts.get(part).add(face);
        }
        return new Parts(
                clear(parts.get(0)),
                List.copyOf(parts.subList(1, 1 + trainings)),
                List.copyOf(parts.get(trainings + 1)));
    }

    /** What training {@code training}, counted from 0, learns from: all but the choosing part and its own fold. */
    List<LabelledFace> learned(int training) {
        List<LabelledFace> learned = new ArrayList<>(common);
        for (int fold = 0; fold < folds.size(); fold++) {
            if (fold != training) {
                learned.addAll(folds.get(fold));
            }
        }
        return learned;
    }

    /** The faces of a training's fold that one class has the majority of. */
    List<LabelledFace> outOfFold(int training) {
        return clear(folds.get(training));
    }

    private static List<LabelledFace> clear(List<LabelledFace> faces) {
        Predicate<LabelledFace> clear = LabelledFace::clear;
        return faces.stream().filter(clear).toList();
    }

    /** Evenly distributed in [0, 1). */
    static double hash(long seed, String text) {
        long bits = ByteBuffer.wrap(Sha256.of(seed + "/" + text)).getLong() >>> 16;
        return (double) bits / (1L << 48);
    }
}
