package org.emotionstream.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.emotionstream.contract.CombinedEmotion.Verdict;
import org.junit.jupiter.api.Test;

class DistributionsToEmotionTest {
    private static final DistributionsToEmotion IDENTITY = new DistributionsToEmotion(ReleaseFolder.identityHead());

    @Test
    void isSoftmaxOfTheDenseLayerOverTheSum() {
        // Sum: happy 4 * 0.8 = 3.2, neutral 4 * 0.2 = 0.8, others 0.
        CombinedEmotion combined = IDENTITY.apply(Collections.nCopies(4, of(Emotion.HAPPY, 0.8, Emotion.NEUTRAL)));

        double denominator = Math.exp(3.2) + Math.exp(0.8) + 7;
        assertThat(combined.distribution().probability(Emotion.HAPPY))
                .isCloseTo((float) (Math.exp(3.2) / denominator), within(1e-6f));
        assertThat(combined.distribution().probability(Emotion.NEUTRAL))
                .isCloseTo((float) (Math.exp(0.8) / denominator), within(1e-6f));
        assertThat(combined.verdict()).isEqualTo(Verdict.EMOTION);
    }

    @Test
    void weightsHaveOutputsAsRows() {
        List<List<Double>> weights =
                new ArrayList<>(ReleaseFolder.identityHead().weights());
        // Whatever speaks for happy speaks for fear in this head, and for nothing else.
        List<Double> happyRow = weights.get(Emotion.HAPPY.ordinal());
        weights.set(Emotion.HAPPY.ordinal(), Collections.nCopies(9, 0.0));
        weights.set(Emotion.FEAR.ordinal(), happyRow);
        var head = new DistributionsToEmotion(new Release.Head(weights, Collections.nCopies(9, 0.0), 0));

        assertThat(head.apply(List.of(of(Emotion.HAPPY, 1, Emotion.SAD)))
                        .distribution()
                        .mostProbable())
                .isEqualTo(Emotion.FEAR);
    }

    @Test
    void fewerThanFourAreScaledToTheRangeOfFour() {
        EmotionDistribution one = of(Emotion.SAD, 0.6, Emotion.ANGER);
        assertThat(IDENTITY.apply(List.of(one))).isEqualTo(IDENTITY.apply(Collections.nCopies(4, one)));
        assertThat(IDENTITY.apply(List.of(one, one))).isEqualTo(IDENTITY.apply(Collections.nCopies(4, one)));
    }

    @Test
    void theNinthClassMeansThatThereIsNoFace() {
        assertThat(IDENTITY.apply(List.of(of(Emotion.NO_FACE, 0.9, Emotion.SAD)))
                        .verdict())
                .isEqualTo(Verdict.NOT_A_FACE);
    }

    @Test
    void belowTheReleasesConfidenceItIsUncertain() {
        Release.Head identity = ReleaseFolder.identityHead();
        EmotionDistribution happy = of(Emotion.HAPPY, 1, Emotion.SAD);
        double confidence = IDENTITY.apply(List.of(happy)).distribution().confidence();

        assertThat(headWithMinimum(identity, confidence + 0.01)
                        .apply(List.of(happy))
                        .verdict())
                .isEqualTo(Verdict.UNCERTAIN);
        assertThat(headWithMinimum(identity, confidence - 0.01)
                        .apply(List.of(happy))
                        .verdict())
                .isEqualTo(Verdict.EMOTION);
    }

    @Test
    void combinesOneToFour() {
        assertThatThrownBy(() -> IDENTITY.apply(List.of())).hasMessageContaining("1 to 4");
        assertThatThrownBy(() -> IDENTITY.apply(Collections.nCopies(5, of(Emotion.SAD, 1, Emotion.FEAR))))
                .hasMessageContaining("here are 5");
    }

    private static DistributionsToEmotion headWithMinimum(Release.Head head, double minimum) {
        return new DistributionsToEmotion(new Release.Head(head.weights(), head.biases(), minimum));
    }

    private static EmotionDistribution of(Emotion first, double probability, Emotion second) {
        float[] probabilities = new float[Emotion.COUNT];
        probabilities[first.ordinal()] = (float) probability;
        probabilities[second.ordinal()] = 1 - (float) probability;
        return EmotionDistribution.of(probabilities);
    }
}
