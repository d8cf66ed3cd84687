package org.emotionstream.training.combination;

import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;

/**
 * The loss of temperatures and head, and its gradient, for unknowns in the order: logarithms of the
 * networks' temperatures, the head's weights output by output, its biases. Classes weigh as in the
 * networks' own loss.
 */
final class CombinationLoss {
    private static final int CLASSES = Emotion.COUNT;

    private final List<float[][]> logits;
    private final List<EmotionDistribution> targets;
    private final double[] classWeights;
    private final double totalWeight;
    private final double pull;
    private final double identity;
    private final int networks;

    CombinationLoss(
            List<float[][]> logits,
            List<EmotionDistribution> targets,
            double[] classWeights,
            double pull,
            double identity) {
        this.logits = logits;
        this.targets = targets;
        this.classWeights = classWeights;
        this.pull = pull;
        this.identity = identity;
        this.networks = logits.get(0).length;
        double sum = 0;
        for (int sample = 0; sample < targets.size(); sample++) {
            sum += weight(weighted(sample));
        }
        this.totalWeight = sum;
    }

    /** The shares of votes, each by the weight of its class. */
    private double[] weighted(int sample) {
        double[] weighted = new double[CLASSES];
        for (Emotion emotion : Emotion.values()) {
            int i = emotion.ordinal();
            weighted[i] = classWeights[i] * targets.get(sample).probability(emotion);
        }
        return weighted;
    }

    private static double weight(double[] weighted) {
        double sum = 0;
        for (double share : weighted) {
            sum += share;
        }
        return sum;
    }

    /** Weighted mean of the cross entropy in nats, plus the pull towards the plain sum. */
    double value(double[] unknowns) {
        double sum = 0;
        for (int sample = 0; sample < logits.size(); sample++) {
            double[] answer = softmax(dense(unknowns, sum(probabilities(unknowns, sample))));
            double[] weighted = weighted(sample);
            for (int i = 0; i < CLASSES; i++) {
                sum -= weighted[i] * StrictMath.log(answer[i]);
            }
        }
        double loss = sum / totalWeight;
        for (int i = 0; i < CLASSES * CLASSES; i++) {
            double difference = unknowns[networks + i] - plain(i);
            loss += pull * difference * difference;
        }
        return loss;
    }

    /** Of {@link #value}, for each unknown. */
    double[] gradient(double[] unknowns) {
        double[] gradient = new double[unknowns.length];
        for (int sample = 0; sample < logits.size(); sample++) {
            addSample(unknowns, sample, gradient);
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] /= totalWeight;
        }
        for (int i = 0; i < CLASSES * CLASSES; i++) {
            gradient[networks + i] += 2 * pull * (unknowns[networks + i] - plain(i));
        }
        return gradient;
    }

    private void addSample(double[] unknowns, int sample, double[] gradient) {
        double[][] probabilities = probabilities(unknowns, sample);
        double[] sum = sum(probabilities);
        double[] error = softmax(dense(unknowns, sum));
        double[] weighted = weighted(sample);
        double weight = weight(weighted);
        for (int i = 0; i < CLASSES; i++) {
            error[i] = weight * error[i] - weighted[i];
        }
        double[] sumGradient = new double[CLASSES];
        for (int output = 0; output < CLASSES; output++) {
            int row = networks + output * CLASSES;
            for (int input = 0; input < CLASSES; input++) {
                gradient[row + input] += error[output] * sum[input];
                sumGradient[input] += error[output] * unknowns[row + input];
            }
            gradient[networks + CLASSES * CLASSES + output] += error[output];
        }
        for (int network = 0; network < networks; network++) {
            double temperature = StrictMath.exp(unknowns[network]);
            gradient[network] +=
                    temperatureGradient(logits.get(sample)[network], temperature, probabilities[network], sumGradient);
        }
    }

    /** With respect to the logarithm of the temperature. */
    private static double temperatureGradient(
            float[] logits, double temperature, double[] probabilities, double[] sumGradient) {
        double mean = 0;
        for (int i = 0; i < CLASSES; i++) {
            mean += probabilities[i] * sumGradient[i];
        }
        double gradient = 0;
        for (int i = 0; i < CLASSES; i++) {
            gradient -= probabilities[i] * (sumGradient[i] - mean) * logits[i] / temperature;
        }
        return gradient;
    }

    private double[][] probabilities(double[] unknowns, int sample) {
        double[][] probabilities = new double[networks][];
        for (int network = 0; network < networks; network++) {
            probabilities[network] = Softmax.of(logits.get(sample)[network], StrictMath.exp(unknowns[network]));
        }
        return probabilities;
    }

    private static double[] sum(double[][] probabilities) {
        double[] sum = new double[CLASSES];
        for (double[] distribution : probabilities) {
            for (int i = 0; i < CLASSES; i++) {
                sum[i] += distribution[i];
            }
        }
        return sum;
    }

    private double[] dense(double[] unknowns, double[] inputs) {
        double[] outputs = new double[CLASSES];
        for (int output = 0; output < CLASSES; output++) {
            double value = unknowns[networks + CLASSES * CLASSES + output];
            for (int input = 0; input < CLASSES; input++) {
                value += unknowns[networks + output * CLASSES + input] * inputs[input];
            }
            outputs[output] = value;
        }
        return outputs;
    }

    private static double[] softmax(double[] logits) {
        return Softmax.of(logits, 1);
    }

    private double plain(int weight) {
        return weight / CLASSES == weight % CLASSES ? identity : 0;
    }
}
