package org.emotionstream.training.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

class HeadLossTest {
    private static final int[] NETWORKS = {0, 2, 3};
    private static final HeadFaces FACES = new HeadFaces(new MadeUpPredictions(1, 1, 2, 1, 1.5, 0.5).draw(40), 1);

    @Test
    void theGradientOfTheLogarithmicLossIsItsDerivative() {
        LogarithmicLoss loss = new LogarithmicLoss(FACES, FACES.allBut(0), NETWORKS);
        isDerivative(loss, loss.unknowns());
    }

    @Test
    void theGradientOfTheWeightedLossIsItsDerivative() {
        isDerivative(new WeightedLoss(FACES, FACES.allBut(0), NETWORKS), 4);
    }

    private static void isDerivative(ToDoubleBiFunction<double[], double[]> objective, int count) {
        double[] unknowns = new Random(4).doubles(count, -1, 1).toArray();
        double[] gradient = new double[count];
        double[] unused = new double[count];
        objective.applyAsDouble(unknowns, gradient);
        for (int i = 0; i < count; i++) {
            double[] above = unknowns.clone();
            double[] below = unknowns.clone();
            above[i] += 1e-5;
            below[i] -= 1e-5;
            assertThat((objective.applyAsDouble(above, unused) - objective.applyAsDouble(below, unused)) / 2e-5)
                    .as("unknown %d", i)
                    .isCloseTo(gradient[i], within(1e-7));
        }
    }
}
