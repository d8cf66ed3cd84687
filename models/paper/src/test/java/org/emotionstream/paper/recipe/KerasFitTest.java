package org.emotionstream.paper.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Tile;
import org.emotionstream.evaluation.history.EpochScores;
import org.emotionstream.training.network.EmotionNetwork;
import org.emotionstream.training.network.PaperArchitecture;
import org.emotionstream.training.network.PictureScaling;
import org.junit.jupiter.api.Test;

class KerasFitTest {
    private static final int ROWS = 300;

    @Test
    void theHeadLearnsWhatTheNetworksSay() {
        try (SumClassifier head = new SumClassifier(sums(), 5)) {
            List<EpochScores> history = fit(head, 250, 20);

            assertThat(history).hasSize(20);
            assertThat(history.get(19).trainingLoss()).isLessThan(history.get(0).trainingLoss());
            assertThat(history.get(19).heldOutLoss()).isLessThan(history.get(0).heldOutLoss());
        }
    }

    /** One row, one step: each number moves by rate x g / (sqrt(0.1) |g| + 1e-7), against its gradient's sign. */
    @Test
    void oneStepOfTheHeadIsTheOneByHand() {
        float[][] sums = {{2.5f, 1.5f, 0, 0, 0, 0, 0, 0, 0}};
        PaperPlan plan = plan(1);
        try (SumClassifier head = new SumClassifier(sums, 5)) {
            SumHead before = head.head();
            new KerasFit(head, new int[] {1}, 1, plan).fit(1, new Random(1), epoch -> {});
            SumHead after = head.head();

            double step = 0.001 / Math.sqrt(0.1);
            for (int output = 0; output < Emotion.COUNT; output++) {
                // The gradient of the cross entropy is probability - target, times the input.
                double sign = output == 1 ? 1 : -1;
                assertThat(after.biases().get(output)).isCloseTo(sign * step, within(1e-5));
                assertThat(after.weights().get(output).get(0))
                        .isCloseTo(before.weights().get(output).get(0) + sign * step, within(1e-5));
                assertThat(after.weights().get(output).get(2))
                        .as("no input, no step")
                        .isEqualTo(before.weights().get(output).get(2));
            }
        }
    }

    @Test
    void keepsTheLastShortBatchAndReshufflesEveryEpoch() {
        Recording recording = new Recording(new SumClassifier(sums(), 5));

        fit(recording, 250, 2);

        List<int[]> first = recording.batches.subList(0, 3);
        assertThat(first.stream().map(batch -> batch.length)).containsExactly(100, 100, 50);
        assertThat(first.stream().flatMapToInt(Arrays::stream).distinct().count())
                .isEqualTo(250);
        assertThat(recording.batches.get(3)).as("then the fifty kept apart").hasSize(50);
        assertThat(recording.batches.get(4)).as("the next epoch").isNotEqualTo(first.get(0));
    }

    @Test
    void beginsAsGlorotSays() {
        try (SumClassifier head = new SumClassifier(sums(), 5)) {
            double limit = Math.sqrt(6.0 / 18);
            List<Double> weights =
                    head.head().weights().stream().flatMap(List::stream).toList();

            assertThat(weights).allMatch(weight -> Math.abs(weight) <= limit).anyMatch(weight -> weight > 0.8 * limit);
            assertThat(head.head().biases()).containsOnly(0.0);
        }
    }

    @Test
    void onePlaneIsTheSameBitsAsThreeEqualOnes() {
        List<PaperRow> compact = PaperRows.of(120);
        List<PaperRow> full = compact.stream()
                .map(row -> {
                    byte[] three = new byte[Planes.BYTES];
                    Planes.copy(row.tile(), three, 0);
                    return new PaperRow(Tile.owning(three), row.components(), row.label());
                })
                .toList();

        assertThat(networkAfterAnEpoch(full)).isDeepEqualTo(networkAfterAnEpoch(compact));
    }

    private static float[][] networkAfterAnEpoch(List<PaperRow> rows) {
        int[] labels = rows.stream().mapToInt(row -> row.label().ordinal()).toArray();
        try (EmotionNetwork network = new EmotionNetwork(PaperArchitecture.MODEL_2, PictureScaling.UNIT, 3)) {
            new KerasFit(new NetworkClassifier(network, rows), labels, 100, plan(50))
                    .fit(1, new Random(1), epoch -> {});
            return network.weights().toArray(float[][]::new);
        }
    }

    private static List<EpochScores> fit(Classifier classifier, int learned, int epochs) {
        int[] labels = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = row % Emotion.COUNT;
        }
        return new KerasFit(classifier, labels, learned, plan(100)).fit(epochs, new Random(1), epoch -> {});
    }

    /** Four networks together that lean towards the right class. */
    private static float[][] sums() {
        float[][] sums = new float[ROWS][Emotion.COUNT];
        for (int row = 0; row < ROWS; row++) {
            Arrays.fill(sums[row], 0.3f);
            sums[row][row % Emotion.COUNT] += 1.3f;
        }
        return sums;
    }

    private static PaperPlan plan(int batch) {
        return new PaperPlan(1, 3500, 3, 0.2, batch, 1e-3, 10, 20, PaperPlan.TILE);
    }

    /** Remembers which rows were asked for. */
    private static final class Recording implements Classifier {
        private final Classifier classifier;
        private final List<int[]> batches = new ArrayList<>();

        Recording(Classifier classifier) {
            this.classifier = classifier;
        }

        @Override
        public List<Tensor> parameters() {
            return classifier.parameters();
        }

        @Override
        public Tensor logits(int[] rows) {
            batches.add(rows);
            return classifier.logits(rows);
        }
    }
}
