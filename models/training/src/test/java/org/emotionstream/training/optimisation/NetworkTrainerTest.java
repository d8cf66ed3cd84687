package org.emotionstream.training.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.emotionstream.evaluation.history.EpochScores;
import org.emotionstream.training.network.PaperArchitecture;
import org.emotionstream.training.network.PictureScaling;
import org.junit.jupiter.api.Test;

class NetworkTrainerTest {
    private static final OptimisationSettings SETTINGS =
            new OptimisationSettings(16, 2e-3, 0.1, 0.01, 0.15, 0.1, 0.9, 0.2, 0, 0.5, 1, PictureScaling.CENTRED);
    private static final List<Sample> SAMPLES = MadeUpFaces.of(90, 1);
    private static final List<Sample> KEPT_APART = MadeUpFaces.of(27, 2);

    @Test
    void learnsWhatTellsTheClassesApart() {
        TrainedNetwork network = trainer().train(PaperArchitecture.MODEL_1, SETTINGS, 12, 3, (epoch, accuracy) -> {});

        assertThat(network.history()).hasSize(12);
        EpochScores first = network.history().get(0);
        EpochScores chosen = network.history().get(network.epoch() - 1);
        assertThat(chosen.heldOutAccuracy()).isGreaterThan(0.8);
        assertThat(chosen.heldOutLoss()).isLessThan(first.heldOutLoss());
        assertThat(chosen.trainingLoss()).isLessThan(first.trainingLoss());
        assertThat(chosen.trainingAccuracy()).isBetween(0.5, 1.0);
    }

    @Test
    void givesTheSameWeightsBitForBit() {
        assertThat(weights(4)).usingRecursiveComparison().isEqualTo(weights(4));
    }

    @Test
    void givesOtherWeightsForAnotherSeed() {
        assertThat(weights(4).get(0)).isNotEqualTo(weights(5).get(0));
    }

    @Test
    void givesTheSameWeightsWhileAnotherNetworkLearns() throws Exception {
        List<float[]> alone = weights(6);
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Future<List<float[]>> first = executor.submit(() -> weights(6));
            Future<List<float[]>> second = executor.submit(() -> weights(7));
            assertThat(first.get()).usingRecursiveComparison().isEqualTo(alone);
            assertThat(second.get().get(0)).isNotEqualTo(alone.get(0));
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void keepsTheWeightsOfTheBestEpoch() {
        TrainedNetwork network = trainer().train(PaperArchitecture.MODEL_2, SETTINGS, 5, 3, (epoch, accuracy) -> {});

        double best = network.history().stream()
                .mapToDouble(EpochScores::heldOutAccuracy)
                .max()
                .orElseThrow();
        assertThat(network.history().get(network.epoch() - 1).heldOutAccuracy()).isEqualTo(best);
        try (var opened = network.open()) {
            assertThat(Answers.accuracy(Answers.logits(opened, KEPT_APART), KEPT_APART))
                    .isEqualTo(best);
        }
    }

    @Test
    void refusesToLearnWithoutSamplesKeptApart() {
        assertThatThrownBy(() -> new NetworkTrainer(SAMPLES, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("90 and 0");
    }

    private static List<float[]> weights(long seed) {
        return trainer()
                .train(PaperArchitecture.MODEL_2, SETTINGS, 2, seed, (epoch, accuracy) -> {})
                .weights();
    }

    private static NetworkTrainer trainer() {
        return new NetworkTrainer(SAMPLES, KEPT_APART);
    }
}
