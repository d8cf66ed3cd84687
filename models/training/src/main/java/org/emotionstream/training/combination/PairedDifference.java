package org.emotionstream.training.combination;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The mean of differences between two answers to the same faces.
 *
 * @param mean over the faces
 * @param standardError of the mean, faces of one group counted as one draw
 */
record PairedDifference(double mean, double standardError) {
    /**
     * Mean and error.
     *
     * @param differences one a face; at least one
     * @param group the number of a face's group: 0, 1 ...
     */
    static PairedDifference of(double[] differences, IntUnaryOperator group) {
        double mean = 0;
        int groups = 0;
        for (int face = 0; face < differences.length; face++) {
            mean += differences[face] / differences.length;
            groups = Math.max(groups, group.applyAsInt(face) + 1);
        }
        double[] sums = new double[groups];
        for (int face = 0; face < differences.length; face++) {
            sums[group.applyAsInt(face)] += differences[face] - mean;
        }
        double squares = Arrays.stream(sums).map(sum -> sum * sum).sum();
        double correction = groups > 1 ? groups / (groups - 1.0) : Double.POSITIVE_INFINITY;
        return new PairedDifference(mean, Math.sqrt(correction * squares) / differences.length);
    }
}
