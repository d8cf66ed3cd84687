package org.emotionstream.training.combination;

/**
 * Finds the temperature that makes labels most likely, by which logits are divided before the softmax
 * (Guo et al. 2017). The loss is convex in 1/temperature: Newton's method within a bracket.
 */
final class Temperature {
    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 20;
    private static final int STEPS = 50;
    private static final double PRECISION = 1e-7;

    private final double[][] logits;
    private final int[] labels;
    private double slope;
    private double curvature;

    private Temperature(double[][] logits, int[] labels) {
        this.logits = logits;
        this.labels = labels;
    }

    /**
     * The temperature, in [0.05, 20].
     *
     * @param logits nine a face
     * @param labels the right class of each face
     */
    static double fit(double[][] logits, int[] labels) {
        return 1 / new Temperature(logits, labels).inverse();
    }

    private double inverse() {
        double low = 1 / HIGHEST;
        double high = 1 / LOWEST;
        double inverse = 1;
        for (int step = 0; step < STEPS; step++) {
            differentiate(inverse);
            if (slope > 0) {
                high = inverse;
            } else {
                low = inverse;
            }
            double next = inverse - slope / curvature;
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - inverse) < PRECISION * inverse) {
                return next;
            }
            inverse = next;
        }
        return inverse;
    }

    /** Sets slope and curvature of the summed -ln of the labels' probabilities, by the inverse temperature. */
    private void differentiate(double inverse) {
        slope = 0;
        curvature = 0;
        for (int face = 0; face < labels.length; face++) {
            double[] row = logits[face];
            double largest = Softmax.largest(row);
            double sum = 0;
            double first = 0;
            double second = 0;
            for (double logit : row) {
                double below = logit - largest;
                double share = StrictMath.exp(below * inverse);
                sum += share;
                first += share * below;
                second += share * below * below;
            }
            double mean = first / sum;
            slope += mean - (row[labels[face]] - largest);
            curvature += second / sum - mean * mean;
        }
    }
}
