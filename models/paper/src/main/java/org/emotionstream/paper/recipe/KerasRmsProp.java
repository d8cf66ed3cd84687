package org.emotionstream.paper.recipe;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.emotionstream.training.network.Scoped;

/**
 * RMSprop as Keras 2 had it, without momentum: {@code v = rho v + (1 - rho) g²}, then
 * {@code w -= rate g / (sqrt(v) + epsilon)}, rho 0.9, epsilon 1e-7, v from zero on and not corrected for it.
 * Keras 3 has the epsilon inside the root, libtorch's own has another default for rho and epsilon.
 */
final class KerasRmsProp implements AutoCloseable {
    private static final double RHO = 0.9;
    private static final double EPSILON = 1e-7;

    private final List<Tensor> parameters;
    private final List<Tensor> squares = new ArrayList<>();
    private final double rate;

    KerasRmsProp(List<Tensor> parameters, double rate) {
        this.parameters = List.copyOf(parameters);
        this.rate = rate;
        Scoped.run(() -> {
            for (Tensor parameter : parameters) {
                Tensor square = torch.zeros_like(parameter);
                square.retainReference();
                squares.add(square);
            }
        });
    }

    /** One step along the gradients that a backward pass has left, which are then zero again. */
    void step() {
        Scoped.computeWithoutGradients(() -> {
            for (int i = 0; i < parameters.size(); i++) {
                update(parameters.get(i), squares.get(i));
            }
            return Boolean.TRUE;
        });
    }

    private void update(Tensor parameter, Tensor square) {
        Tensor gradient = parameter.grad();
        square.mul_(new Scalar(RHO)).addcmul_(gradient, gradient, new Scalar(1 - RHO));
        Tensor denominator = square.sqrt().add_(new Scalar(EPSILON));
        parameter.addcdiv_(gradient, denominator, new Scalar(-rate));
        gradient.zero_();
    }

    @Override
    public void close() {
        squares.forEach(Tensor::releaseReference);
    }
}
