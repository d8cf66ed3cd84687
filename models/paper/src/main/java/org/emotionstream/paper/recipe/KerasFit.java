package org.emotionstream.paper.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.history.EpochScores;
import org.emotionstream.training.network.Scoped;
import org.emotionstream.training.network.Tensors;
import org.emotionstream.training.optimisation.Answers;

/**
 * Keras's {@code fit} as the paper calls it: categorical cross entropy of hard labels, no class weights, rows
 * reshuffled in every epoch, the last short batch kept, the weights of the last epoch. Works in the calling
 * thread; same rows and seed, same bits, on the same machine.
 */
final class KerasFit {
    private static final int ANSWERED_AT_ONCE = 250;

    private final Classifier classifier;
    private final int[] labels;
    private final int learned;
    private final PaperPlan plan;

    /**
     * @param labels ordinal of each row's class
     * @param learned how many rows, from the first on, are learned from; of the others it is only told how
     *     they do
     */
    KerasFit(Classifier classifier, int[] labels, int learned, PaperPlan plan) {
        this.classifier = classifier;
        this.labels = labels.clone();
        this.learned = learned;
        this.plan = plan;
    }

    /**
     * Learns, and tells how each epoch went.
     *
     * @param order of the rows
     * @param finished hears of each epoch's end, counted from 1
     */
    List<EpochScores> fit(int epochs, Random order, IntConsumer finished) {
        Tensors.useOneThread();
        List<Integer> rows = IntStream.range(0, learned).boxed().collect(Collectors.toCollection(ArrayList::new));
        List<EpochScores> history = new ArrayList<>();
        try (KerasRmsProp optimiser = new KerasRmsProp(classifier.parameters(), plan.learningRate())) {
            for (int epoch = 1; epoch <= epochs; epoch++) {
                Collections.shuffle(rows, order);
                Tally training = new Tally();
                for (int from = 0; from < learned; from += plan.batch()) {
                    List<Integer> part = rows.subList(from, Math.min(learned, from + plan.batch()));
                    learn(part.stream().mapToInt(row -> row).toArray(), optimiser, training);
                }
                Tally heldOut = heldOut();
                history.add(new EpochScores(training.loss(), training.accuracy(), heldOut.loss(), heldOut.accuracy()));
                finished.accept(epoch);
            }
        }
        return List.copyOf(history);
    }

    private void learn(int[] rows, KerasRmsProp optimiser, Tally tally) {
        Scoped.run(() -> {
            Tensor logits = classifier.logits(rows);
            Tensor loss = loss(logits, rows);
            loss.backward();
            tally.add(loss, logits, rows);
            optimiser.step();
        });
    }

    private Tally heldOut() {
        Tally tally = new Tally();
        for (int from = learned; from < labels.length; from += ANSWERED_AT_ONCE) {
            int[] rows = IntStream.range(from, Math.min(labels.length, from + ANSWERED_AT_ONCE))
                    .toArray();
            Scoped.computeWithoutGradients(() -> {
                Tensor logits = classifier.logits(rows);
                tally.add(loss(logits, rows), logits, rows);
                return Boolean.TRUE;
            });
        }
        return tally;
    }

    /** Mean over these rows. */
    private Tensor loss(Tensor logits, int[] rows) {
        float[] certain = new float[rows.length * Emotion.COUNT];
        for (int i = 0; i < rows.length; i++) {
            certain[i * Emotion.COUNT + labels[rows[i]]] = 1;
        }
        Tensor targets = Tensor.create(certain, rows.length, Emotion.COUNT);
        return torch.log_softmax(logits, 1).mul(targets).sum().neg().div(new Scalar((double) rows.length));
    }

    /** Losses and right answers, as Keras adds them up: over the batches as they were met. */
    private final class Tally {
        private double lossSum;
        private int right;
        private int rows;

        void add(Tensor meanLoss, Tensor logits, int[] batch) {
            lossSum += meanLoss.item_double() * batch.length;
            List<float[]> answers = Answers.rows(logits);
            for (int i = 0; i < batch.length; i++) {
                right += Answers.highest(answers.get(i)) == labels[batch[i]] ? 1 : 0;
            }
            rows += batch.length;
        }

        double loss() {
            return lossSum / rows;
        }

        double accuracy() {
            return (double) right / rows;
        }
    }
}
