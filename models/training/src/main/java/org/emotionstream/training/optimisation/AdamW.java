package org.emotionstream.training.optimisation;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.emotionstream.training.network.Scoped;

/**
 * AdamW (Loshchilov and Hutter 2019, algorithm 2) with betas 0.9 and 0.999, and beside it the moving
 * average of the weights, which is what a trained network consists of.
 */
final class AdamW implements AutoCloseable {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<Tensor> parameters;
    private final List<Tensor> means = new ArrayList<>();
    private final List<Tensor> squares = new ArrayList<>();
    private final List<Tensor> averages = new ArrayList<>();
    private final double weightDecay;
    private final double averageDecay;
    private long step;

    AdamW(List<Tensor> parameters, double weightDecay, double averageDecay) {
        this.parameters = parameters;
        this.weightDecay = weightDecay;
        this.averageDecay = averageDecay;
        Scoped.run(() -> {
            for (Tensor parameter : parameters) {
                means.add(kept(torch.zeros_like(parameter)));
                squares.add(kept(torch.zeros_like(parameter)));
                averages.add(kept(parameter.detach().clone()));
            }
        });
    }

    private static Tensor kept(Tensor tensor) {
        tensor.retainReference();
        return tensor;
    }

    /** One step along the gradients that a backward pass has left, which are then zero again. */
    void step(double learningRate) {
        step++;
        Scoped.computeWithoutGradients(() -> {
            for (int i = 0; i < parameters.size(); i++) {
                update(i, learningRate);
            }
            return step;
        });
    }

    private void update(int index, double learningRate) {
        Tensor parameter = parameters.get(index);
        Tensor gradient = parameter.grad();
        Tensor mean = means.get(index);
        Tensor square = squares.get(index);
        if (parameter.ndimension() > 1) {
            parameter.mul_(new Scalar(1 - learningRate * weightDecay));
        }
        mean.lerp_(gradient, new Scalar(1 - BETA_1));
        square.mul_(new Scalar(BETA_2)).addcmul_(gradient, gradient, new Scalar(1 - BETA_2));
        double squareCorrection = Math.sqrt(1 - StrictMath.pow(BETA_2, step));
        Tensor denominator =
                square.sqrt().mul_(new Scalar(1 / squareCorrection)).add_(new Scalar(EPSILON));
        parameter.addcdiv_(mean, denominator, new Scalar(-learningRate / (1 - StrictMath.pow(BETA_1, step))));
        // Early averages would otherwise be made of the random beginning.
        double decay = Math.min(averageDecay, (1.0 + step) / (10.0 + step));
        averages.get(index).lerp_(parameter, new Scalar(1 - decay));
        gradient.zero_();
    }

    /** The moving average of each parameter; belongs to this optimiser. */
    List<Tensor> averages() {
        return averages;
    }

    @Override
    public void close() {
        means.forEach(Tensor::releaseReference);
        squares.forEach(Tensor::releaseReference);
        averages.forEach(Tensor::releaseReference);
    }
}
