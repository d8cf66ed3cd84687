package org.emotionstream.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.emotionstream.contract.CombinedEmotion.Verdict;
import org.junit.jupiter.api.Test;

class DistributionsToEmotionTest {
    private static final DistributionsToEmotion IDENTITY = new DistributionsToEmotion(ReleaseFolder.identityHead());

    @Test
    void aDenseLayerOverTheSumIsThePapersHead() {
        // Sum: happy 4 * 0.8 = 3.2, neutral 4 * 0.2 = 0.8, others 0.
        CombinedEmotion combined = IDENTITY.applyToAll(Collections.nCopies(4, of(Emotion.HAPPY, 0.8, Emotion.NEUTRAL)));

        double denominator = Math.exp(3.2) + Math.exp(0.8) + 7;
        assertThat(combined.distribution().probability(Emotion.HAPPY))
                .isCloseTo((float) (Math.exp(3.2) / denominator), within(1e-6f));
        assertThat(combined.distribution().probability(Emotion.NEUTRAL))
                .isCloseTo((float) (Math.exp(0.8) / denominator), within(1e-6f));
        assertThat(combined.verdict()).isEqualTo(Verdict.EMOTION);
    }

    @Test
    void weightsHaveNetworksThenOutputsThenInputs() {
        // Whatever model-2 says of happy speaks for fear in this head; nothing else speaks for anything.
        List<List<Double>> nothing = Collections.nCopies(9, Collections.nCopies(9, 0.0));
        List<List<Double>> fearFromHappy = new ArrayList<>(nothing);
        List<Double> row = new ArrayList<>(nothing.get(0));
        row.set(Emotion.HAPPY.ordinal(), 5.0);
        fearFromHappy.set(Emotion.FEAR.ordinal(), row);
        List<String> networks = List.of("model-1", "model-2");
        var head = with(new SubsetHead.Dense(networks, List.of(nothing, fearFromHappy), Collections.nCopies(9, 0.0)));
        EmotionDistribution happy = of(Emotion.HAPPY, 1, Emotion.SAD);
        EmotionDistribution sad = of(Emotion.SAD, 1, Emotion.HAPPY);

        assertThat(head.apply(Map.of("model-1", sad, "model-2", happy))
                        .distribution()
                        .probability(Emotion.FEAR))
                .isCloseTo((float) (Math.exp(5) / (Math.exp(5) + 8)), within(1e-6f));
        assertThat(head.apply(Map.of("model-1", happy, "model-2", sad))
                        .distribution()
                        .probability(Emotion.FEAR))
                .isCloseTo(1 / 9f, within(1e-6f));
    }

    @Test
    void aLogarithmicHeadOfMultiplesOfTheIdentityIsAProductOfPowers() {
        List<String> networks = List.of("model-2", "model-4");
        var head = with(
                new SubsetHead.Logarithmic(networks, List.of(identity(1), identity(0.5)), Collections.nCopies(9, 0.0)));

        EmotionDistribution combined = head.apply(Map.of(
                        "model-2",
                        of(Emotion.HAPPY, 0.9, Emotion.SAD),
                        "model-4",
                        of(Emotion.SAD, 0.84, Emotion.HAPPY)))
                .distribution();

        double happy = 0.9 * Math.sqrt(0.16);
        double sad = 0.1 * Math.sqrt(0.84);
        double least = Math.pow(SubsetHead.Logarithmic.LEAST_PROBABILITY, 1.5);
        double sum = happy + sad + 7 * least;
        assertThat(combined.probability(Emotion.HAPPY)).isCloseTo((float) (happy / sum), within(1e-6f));
        assertThat(combined.probability(Emotion.SAD)).isCloseTo((float) (sad / sum), within(1e-6f));
        assertThat(combined.probability(Emotion.FEAR)).isCloseTo((float) (least / sum), within(1e-9f));
    }

    private static List<List<Double>> identity(double times) {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            List<Double> row = new ArrayList<>(Collections.nCopies(9, 0.0));
            row.set(i, times);
            rows.add(row);
        }
        return rows;
    }

    @Test
    void anAverageIsWeightedAndHasATemperature() {
        List<String> networks = List.of("model-1", "model-3");
        var head = with(new SubsetHead.Average(networks, List.of(0.25, 0.75), 2));

        EmotionDistribution combined = head.apply(Map.of(
                        "model-1", of(Emotion.HAPPY, 0.9, Emotion.SAD), "model-3", of(Emotion.SAD, 1, Emotion.HAPPY)))
                .distribution();

        double happy = Math.sqrt(0.25 * 0.9);
        double sad = Math.sqrt(0.25 * 0.1 + 0.75);
        assertThat(combined.probability(Emotion.HAPPY)).isCloseTo((float) (happy / (happy + sad)), within(1e-6f));
        assertThat(combined.probability(Emotion.FEAR)).isZero();
    }

    @Test
    void theSubsetThatAnsweredDecides() {
        var head = new DistributionsToEmotion(ReleaseFolder.tellingHead());
        EmotionDistribution answer = of(Emotion.HAPPY, 0.8, Emotion.SAD);
        for (List<String> networks : NetworkSubsets.ALL) {
            Map<String, EmotionDistribution> answers = new LinkedHashMap<>();
            networks.forEach(network -> answers.put(network, answer));

            double exponent = 1 / (1 + NetworkSubsets.mask(networks) / 16.0);
            double happy = Math.pow(0.8, exponent);
            assertThat(head.apply(answers).distribution().probability(Emotion.HAPPY))
                    .as("%s", networks)
                    .isCloseTo((float) (happy / (happy + Math.pow(0.2, exponent))), within(1e-6f));
        }
    }

    @Test
    void theOrderOfArrivalChangesNoBit() {
        Random random = new Random(5);
        Map<String, EmotionDistribution> answers = new LinkedHashMap<>();
        NetworkSubsets.NETWORKS.forEach(network -> answers.put(network, random(random)));
        Map<String, EmotionDistribution> backwards = new LinkedHashMap<>();
        for (int i = 3; i >= 0; i--) {
            String network = NetworkSubsets.NETWORKS.get(i);
            backwards.put(network, answers.get(network));
        }

        assertThat(IDENTITY.apply(backwards)).isEqualTo(IDENTITY.apply(answers));
        assertThat(IDENTITY.applyToAll(List.copyOf(answers.values()))).isEqualTo(IDENTITY.apply(answers));
    }

    @Test
    void aSingleNetworkKeepsItsAnswerAtTemperatureOne() {
        EmotionDistribution sad = of(Emotion.SAD, 0.6, Emotion.ANGER);
        assertThat(IDENTITY.apply(Map.of("model-3", sad)).distribution()).isEqualTo(sad);
    }

    @Test
    void aSingleNetworkKeepsItsMostProbableClassAtAnyTemperature() {
        Random random = new Random(7);
        for (double temperature : new double[] {0.01, 0.3, 0.999, 1.001, 3, 50, 100}) {
            var head = with(new SubsetHead.Average(List.of("model-2"), List.of(1.0), temperature));
            for (int i = 0; i < 1000; i++) {
                EmotionDistribution answer = i % 2 == 0 ? random(random) : nearTie(random);
                assertThat(head.apply(Map.of("model-2", answer)).distribution().mostProbable())
                        .as("%s at temperature %s", answer, temperature)
                        .isEqualTo(answer.mostProbable());
            }
        }
    }

    @Test
    void theNinthClassMeansThatThereIsNoFace() {
        assertThat(IDENTITY.apply(Map.of("model-1", of(Emotion.NO_FACE, 0.9, Emotion.SAD)))
                        .verdict())
                .isEqualTo(Verdict.NOT_A_FACE);
    }

    @Test
    void belowTheReleasesConfidenceItIsUncertain() {
        List<SubsetHead> subsets = ReleaseFolder.identityHead().subsets();
        Map<String, EmotionDistribution> happy = Map.of("model-1", of(Emotion.HAPPY, 0.7, Emotion.SAD));

        assertThat(new DistributionsToEmotion(new Head(0.71, subsets))
                        .apply(happy)
                        .verdict())
                .isEqualTo(Verdict.UNCERTAIN);
        assertThat(new DistributionsToEmotion(new Head(0.69, subsets))
                        .apply(happy)
                        .verdict())
                .isEqualTo(Verdict.EMOTION);
    }

    @Test
    void combinesOneToFourThatItKnows() {
        EmotionDistribution sad = of(Emotion.SAD, 1, Emotion.FEAR);
        assertThatThrownBy(() -> IDENTITY.apply(Map.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> IDENTITY.apply(Map.of("model-1", sad, "model-5", sad)))
                .hasMessageContaining("model-5");
        assertThatThrownBy(() -> IDENTITY.applyToAll(List.of(sad))).hasMessageContaining("here are 1");
    }

    /** The identity head, but for this subset. */
    private static DistributionsToEmotion with(SubsetHead subset) {
        return new DistributionsToEmotion(new Head(
                0,
                ReleaseFolder.identityHead().subsets().stream()
                        .map(other -> other.networks().equals(subset.networks()) ? subset : other)
                        .toList()));
    }

    private static EmotionDistribution random(Random random) {
        double[] draws =
                random.doubles(Emotion.COUNT).map(draw -> Math.pow(draw, 8)).toArray();
        double sum = Arrays.stream(draws).sum();
        float[] probabilities = new float[Emotion.COUNT];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = (float) (draws[i] / sum);
        }
        return EmotionDistribution.of(probabilities);
    }

    /** The best two differ by one step of 32 bits, or not at all; the better may come first or last. */
    private static EmotionDistribution nearTie(Random random) {
        float[] probabilities = new float[Emotion.COUNT];
        int first = random.nextInt(8);
        probabilities[first] = 0.5f;
        probabilities[8] =
                random.nextInt(3) == 0 ? 0.5f : random.nextBoolean() ? Math.nextUp(0.5f) : Math.nextDown(0.5f);
        return EmotionDistribution.of(probabilities);
    }

    private static EmotionDistribution of(Emotion first, double probability, Emotion second) {
        float[] probabilities = new float[Emotion.COUNT];
        probabilities[first.ordinal()] = (float) probability;
        probabilities[second.ordinal()] = 1 - (float) probability;
        return EmotionDistribution.of(probabilities);
    }
}
