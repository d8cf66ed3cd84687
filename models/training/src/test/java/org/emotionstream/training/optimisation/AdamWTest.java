package org.emotionstream.training.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.emotionstream.training.network.Scoped;
import org.emotionstream.training.network.Tensors;
import org.junit.jupiter.api.Test;

class AdamWTest {
    /** By hand: the first step is the rate in the direction of the gradient, after the decay of the weight. */
    @Test
    void stepsAsThePaperSays() {
        Scoped.run(() -> {
            Tensor weight = leaf(new float[] {1f}, 1, 1);
            Tensor bias = leaf(new float[] {1f}, 1);
            try (AdamW optimiser = new AdamW(List.of(weight, bias), 0.1, 0.5)) {
                weight.mul(new Scalar(3.0)).sum().add(bias.sum()).backward();
                optimiser.step(0.01);

                assertThat(Tensors.toArray(weight)[0]).isCloseTo(1f * (1 - 0.01f * 0.1f) - 0.01f, within(1e-6f));
                assertThat(Tensors.toArray(bias)[0]).as("a bias does not decay").isCloseTo(0.99f, within(1e-6f));
                assertThat(Tensors.toArray(weight.grad())[0]).isZero();
            }
        });
    }

    @Test
    void averagesTheWeights() {
        Scoped.run(() -> {
            Tensor bias = leaf(new float[] {1f}, 1);
            try (AdamW optimiser = new AdamW(List.of(bias), 0, 0.9)) {
                bias.sum().backward();
                optimiser.step(0.01);

                float decay = 2f / 11f;
                assertThat(Tensors.toArray(optimiser.averages().get(0))[0])
                        .isCloseTo(decay * 1f + (1 - decay) * 0.99f, within(1e-6f));
            }
        });
    }

    private static Tensor leaf(float[] values, long... sizes) {
        Tensor tensor = Tensor.create(values, sizes);
        tensor.set_requires_grad(true);
        return tensor;
    }
}
