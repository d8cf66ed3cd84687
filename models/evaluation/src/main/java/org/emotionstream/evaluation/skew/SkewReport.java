package org.emotionstream.evaluation.skew;

import java.util.List;

/**
 * How far answers depend on the guise in which a face arrives.
 *
 * @param comparisons one for each pair of guises
 */
public record SkewReport(List<Comparison> comparisons) {
    /**
     * The same faces in two guises.
     *
     * @param kind for example {@code crop against frame}
     * @param guises for example {@code smallest face 40 against 80}
     * @param faces how many there were
     * @param foundInBoth how many of them were found, and answered, in both guises
     * @param kept share of those found in both whose most probable class is the same, in [0, 1]; NaN of none
     * @param meanChange mean over those of half the sum of the absolute differences of the nine
     *     probabilities (total variation), in [0, 1]; NaN of none
     */
    public record Comparison(String kind, String guises, int faces, int foundInBoth, double kept, double meanChange) {}

    public SkewReport {
        comparisons = List.copyOf(comparisons);
    }
}
