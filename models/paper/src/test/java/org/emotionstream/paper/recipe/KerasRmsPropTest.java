package org.emotionstream.paper.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.emotionstream.training.network.Scoped;
import org.emotionstream.training.network.Tensors;
import org.junit.jupiter.api.Test;

class KerasRmsPropTest {
    /** By hand: v = 0.1 x 9 = 0.9, then 0.9 x 0.9 + 0.1 x 9 = 1.71; both steps divide 0.003 by their root. */
    @Test
    void stepsAsKerasTwoDoes() {
        assertThat(after(3, 1)).isCloseTo(1 - 0.003 / (Math.sqrt(0.9) + 1e-7), within(1e-6));
        assertThat(after(3, 2))
                .isCloseTo(1 - 0.003 / (Math.sqrt(0.9) + 1e-7) - 0.003 / (Math.sqrt(1.71) + 1e-7), within(1e-6));
    }

    /** A small gradient tells them apart: its root is of the size of the epsilon of the one, not of the other's. */
    @Test
    void hasTheEpsilonOutsideOfTheRoot() {
        double gradient = 1e-5;
        double square = 0.1 * gradient * gradient;
        double kerasTwo = 1 - 0.001 * gradient / (Math.sqrt(square) + 1e-7);
        double kerasThree = 1 - 0.001 * gradient / Math.sqrt(square + 1e-7);

        assertThat(after(gradient, 1)).isCloseTo(kerasTwo, within(1e-6));
        assertThat(Math.abs(kerasTwo - kerasThree)).isGreaterThan(1e-3);
    }

    @Test
    void leavesNoGradientBehind() {
        Scoped.run(() -> {
            Tensor weight = leaf();
            try (KerasRmsProp optimiser = new KerasRmsProp(List.of(weight), 0.001)) {
                weight.sum().backward();
                optimiser.step();
                assertThat(Tensors.toArray(weight.grad())[0]).isZero();
            }
        });
    }

    /** A weight of 1 after so many steps along the same gradient. */
    private static double after(double gradient, int steps) {
        return Scoped.compute(() -> {
            Tensor weight = leaf();
            try (KerasRmsProp optimiser = new KerasRmsProp(List.of(weight), 0.001)) {
                for (int step = 0; step < steps; step++) {
                    weight.mul(new Scalar(gradient)).sum().backward();
                    optimiser.step();
                }
                return (double) Tensors.toArray(weight)[0];
            }
        });
    }

    private static Tensor leaf() {
        Tensor tensor = Tensor.create(new float[] {1}, 1);
        tensor.set_requires_grad(true);
        return tensor;
    }
}
