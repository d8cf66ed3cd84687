package org.emotionstream.evaluation.skew;

import java.util.ArrayList;
import java.util.List;

/** Encounters, added up for each pair of guises, in the order in which they come. */
final class PairTally {
    private final List<GuisePair> pairs;
    private final int[] faces;
    private final int[] both;
    private final int[] kept;
    private final double[] change;

    private PairTally(List<GuisePair> pairs) {
        this.pairs = pairs;
        faces = new int[pairs.size()];
        both = new int[pairs.size()];
        kept = new int[pairs.size()];
        change = new double[pairs.size()];
    }

    /** The comparison of each pair, over pictures that have for each pair the encounters of their faces. */
    static List<SkewReport.Comparison> of(List<GuisePair> pairs, List<List<List<Encounter>>> pictures) {
        PairTally tally = new PairTally(pairs);
        for (List<List<Encounter>> picture : pictures) {
            for (int i = 0; i < pairs.size(); i++) {
                tally.add(i, picture.get(i));
            }
        }
        return tally.comparisons();
    }

    /** Adds faces to the pair of this index. */
    private void add(int pair, List<Encounter> encounters) {
        for (Encounter encounter : encounters) {
            faces[pair]++;
            if (encounter.both()) {
                both[pair]++;
                kept[pair] += encounter.kept() ? 1 : 0;
                change[pair] += encounter.change();
            }
        }
    }

    private List<SkewReport.Comparison> comparisons() {
        List<SkewReport.Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            comparisons.add(new SkewReport.Comparison(
                    pairs.get(i).kind(),
                    pairs.get(i).guises(),
                    faces[i],
                    both[i],
                    (double) kept[i] / both[i],
                    change[i] / both[i]));
        }
        return comparisons;
    }
}
