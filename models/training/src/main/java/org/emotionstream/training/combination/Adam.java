package org.emotionstream.training.combination;

/** Adam (Kingma and Ba 2015, algorithm 1) on one array of unknowns. */
final class Adam {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double rate;
    private final double[] means;
    private final double[] squares;
    private int step;

    Adam(int unknowns, double rate) {
        this.rate = rate;
        this.means = new double[unknowns];
        this.squares = new double[unknowns];
    }

    void step(double[] unknowns, double[] gradient) {
        step++;
        double meanCorrection = 1 - StrictMath.pow(BETA_1, step);
        double squareCorrection = 1 - StrictMath.pow(BETA_2, step);
        for (int i = 0; i < unknowns.length; i++) {
            means[i] = BETA_1 * means[i] + (1 - BETA_1) * gradient[i];
            squares[i] = BETA_2 * squares[i] + (1 - BETA_2) * gradient[i] * gradient[i];
            double denominator = Math.sqrt(squares[i] / squareCorrection) + EPSILON;
            unknowns[i] -= rate * means[i] / meanCorrection / denominator;
        }
    }
}
