package org.emotionstream.training.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.training.optimisation.Answers;
import org.junit.jupiter.api.Test;

class CombinationFitterTest {
    private static final int SAMPLES = 450;
    private static final CombinationFitter FITTER = new CombinationFitter(1e-3, Votes.CLASS_WEIGHTS);

    @Test
    void weighsTheNetworkThatIsRightMoreThanThePlainSumDoes() {
        Combination fitted = FITTER.fit(Votes.logits(SAMPLES, 1), Votes.targets(SAMPLES));

        List<Double> temperatures = fitted.temperatures();
        assertThat(temperatures.subList(1, 4)).allSatisfy(other -> assertThat(other)
                .as("a network that is seldom right is made less sure")
                .isGreaterThan(temperatures.get(0)));
        List<float[][]> fresh = Votes.logits(SAMPLES, 2);
        assertThat(accuracy(fresh, fitted)).isGreaterThan(accuracy(fresh, plainSum()) + 0.02);
    }

    @Test
    void answersAsTheServedHeadDoes() {
        Combination fitted = FITTER.fit(Votes.logits(90, 3), Votes.targets(90));
        DistributionsToEmotion head = new DistributionsToEmotion(fitted.head(0));

        for (float[][] logits : Votes.logits(18, 4)) {
            List<EmotionDistribution> distributions = new ArrayList<>();
            for (int network = 0; network < 4; network++) {
                distributions.add(served(logits[network], fitted.temperatures().get(network)));
            }
            float[] served = head.applyToAll(distributions).distribution().toArray();
            double[] expected = Softmax.of(fitted.logits(logits), 1);
            for (int i = 0; i < served.length; i++) {
                assertThat((double) served[i]).isCloseTo(expected[i], within(1e-5));
            }
        }
    }

    @Test
    void crossFittingAnswersEachHalfByTheOther() {
        List<float[][]> logits = new ArrayList<>(Votes.logits(20, 5));
        List<float[]> before = CrossFit.answers(FITTER, logits, Votes.targets(20));
        logits.set(0, Votes.logits(1, 6).get(0));
        List<float[]> after = CrossFit.answers(FITTER, logits, Votes.targets(20));

        assertThat(after.get(2)).as("an even sample does not teach the others").isEqualTo(before.get(2));
        assertThat(after.get(1)).as("it teaches the odd ones").isNotEqualTo(before.get(1));
    }

    @Test
    void refusesNothingToFitTo() {
        assertThatThrownBy(() -> FITTER.fit(List.of(), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Combination plainSum() {
        double[][] identity = new double[9][9];
        for (int i = 0; i < 9; i++) {
            identity[i][i] = 1;
        }
        return Combination.of(new double[] {1, 1, 1, 1}, identity, new double[9]);
    }

    private static EmotionDistribution served(float[] logits, double temperature) {
        double[] probabilities = Softmax.of(logits, temperature);
        float[] rounded = new float[probabilities.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) probabilities[i];
        }
        return EmotionDistribution.of(rounded);
    }

    private static double accuracy(List<float[][]> logits, Combination combination) {
        int right = 0;
        for (int i = 0; i < logits.size(); i++) {
            right += Answers.highest(combination.logits(logits.get(i))) == i % 9 ? 1 : 0;
        }
        return (double) right / logits.size();
    }
}
