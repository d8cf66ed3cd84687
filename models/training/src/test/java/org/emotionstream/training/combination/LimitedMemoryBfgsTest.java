package org.emotionstream.training.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LimitedMemoryBfgsTest {
    @Test
    void findsTheBottomOfABowl() {
        double[] unknowns = {5, -3, 2};
        LimitedMemoryBfgs.minimise(
                (x, gradient) -> {
                    double value = 0;
                    for (int i = 0; i < x.length; i++) {
                        double curvature = StrictMath.pow(100, i);
                        value += curvature * (x[i] - i) * (x[i] - i) / 2;
                        gradient[i] = curvature * (x[i] - i);
                    }
                    return value;
                },
                unknowns);
        assertThat(unknowns).containsExactly(new double[] {0, 1, 2}, within(1e-3));
    }

    @Test
    void followsRosenbrocksValley() {
        double[] unknowns = {-1.2, 1};
        LimitedMemoryBfgs.minimise(
                (x, gradient) -> {
                    double valley = x[1] - x[0] * x[0];
                    gradient[0] = -2 * (1 - x[0]) - 400 * x[0] * valley;
                    gradient[1] = 200 * valley;
                    return (1 - x[0]) * (1 - x[0]) + 100 * valley * valley;
                },
                unknowns);
        assertThat(unknowns).containsExactly(new double[] {1, 1}, within(1e-3));
    }
}
