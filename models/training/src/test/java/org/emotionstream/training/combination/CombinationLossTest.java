package org.emotionstream.training.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CombinationLossTest {
    @Test
    void theGradientIsThatOfTheValue() {
        double[] weights = {0.5, 1, 2, 1, 3, 1, 1, 4, 1};
        CombinationLoss loss = new CombinationLoss(Votes.logits(20, 1), Votes.targets(20), weights, 0.01, 2.5);
        double[] unknowns = new double[4 + 81 + 9];
        Random random = new Random(2);
        for (int i = 0; i < unknowns.length; i++) {
            unknowns[i] = random.nextGaussian() * 0.5;
        }

        double[] gradient = loss.gradient(unknowns);

        for (int i = 0; i < unknowns.length; i++) {
            assertThat(gradient[i]).as("unknown " + i).isCloseTo(difference(loss, unknowns, i), within(1e-7));
        }
    }

    private static double difference(CombinationLoss loss, double[] unknowns, int index) {
        double step = 1e-6;
        double[] above = unknowns.clone();
        double[] below = unknowns.clone();
        above[index] += step;
        below[index] -= step;
        return (loss.value(above) - loss.value(below)) / (2 * step);
    }
}
