package org.emotionstream.paper.keras;

import java.util.List;

/**
 * An array of numpy.
 *
 * <p>A small class rather than a record: it holds a bare array, which is shared, not copied, within the
 * package.
 */
final class NpyArray {
    private final List<Integer> shape;
    private final double[] values;

    NpyArray(List<Integer> shape, double[] values) {
        this.shape = List.copyOf(shape);
        this.values = values;
    }

    List<Integer> shape() {
        return shape;
    }

    /** Row-major. */
    double[] values() {
        return values;
    }

    /** Rows from {@code from} on, so many, of a two-dimensional array. */
    double[][] rows(int from, int count) {
        int columns = shape.get(1);
        double[][] rows = new double[count][columns];
        for (int row = 0; row < count; row++) {
            System.arraycopy(values, (from + row) * columns, rows[row], 0, columns);
        }
        return rows;
    }
}
