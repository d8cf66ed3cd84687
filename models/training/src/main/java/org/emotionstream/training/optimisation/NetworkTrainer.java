package org.emotionstream.training.optimisation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.history.EpochScores;
import org.emotionstream.training.network.Architecture;
import org.emotionstream.training.network.Dropout;
import org.emotionstream.training.network.EmotionNetwork;
import org.emotionstream.training.network.Scoped;
import org.emotionstream.training.network.Tensors;

/**
 * Trains one network in the calling thread. Same samples, settings and seed give the same weights, bit for
 * bit, on the same machine; whatever else trains at the same time.
 */
public final class NetworkTrainer {
    private final List<Sample> samples;
    private final List<Sample> keptApart;

    /**
     * @param samples to learn from
     * @param keptApart to choose the epoch by; never learned from
     */
    public NetworkTrainer(List<Sample> samples, List<Sample> keptApart) {
        if (samples.isEmpty() || keptApart.isEmpty()) {
            throw new IllegalArgumentException("training needs samples to learn from and samples kept apart; here are "
                    + samples.size() + " and " + keptApart.size());
        }
        this.samples = List.copyOf(samples);
        this.keptApart = List.copyOf(keptApart);
    }

    /**
     * Trains a network of this architecture, and tells how it goes.
     *
     * @param epochs how often it sees each sample; the rate's schedule ends with the last
     * @param finished takes each epoch that has ended, counted from 1, and the accuracy on the samples kept apart, in
     *     [0, 1]; in the calling thread
     */
    public TrainedNetwork train(
            Architecture architecture,
            OptimisationSettings settings,
            int epochs,
            long seed,
            BiConsumer<Integer, Double> finished) {
        if (epochs < 1) {
            throw new IllegalArgumentException("a network learns for at least one epoch, here: " + epochs);
        }
        Tensors.useOneThread();
        try (EmotionNetwork network = new EmotionNetwork(architecture, settings.scaling(), seed);
                Dropout dropout = new Dropout(seed + 1, settings.dropoutBefore(), settings.dropoutAfter());
                AdamW optimiser = new AdamW(network.parameters(), settings.weightDecay(), settings.averageDecay())) {
            return new Run(network, dropout, optimiser, settings, epochs, seed, finished).train();
        }
    }

    /** One training from its first step to its last. */
    private final class Run {
        private final EmotionNetwork network;
        private final Dropout dropout;
        private final AdamW optimiser;
        private final OptimisationSettings settings;
        private final int epochs;
        private final BiConsumer<Integer, Double> finished;
        private final Random order;
        private final Augmentation augmentation;
        private final LearningRate learningRate;
        private final float[] classWeights;
        private final List<EpochScores> history = new ArrayList<>();
        private double lossSum;
        private int right;
        private long step;

        Run(
                EmotionNetwork network,
                Dropout dropout,
                AdamW optimiser,
                OptimisationSettings settings,
                int epochs,
                long seed,
                BiConsumer<Integer, Double> finished) {
            this.network = network;
            this.dropout = dropout;
            this.optimiser = optimiser;
            this.settings = settings;
            this.epochs = epochs;
            this.finished = finished;
            this.classWeights = ClassWeights.of(samples, settings.classWeightPower());
            this.order = new Random(seed + 2);
            this.augmentation =
                    new Augmentation(seed + 3, settings.disguised(), settings.mirrored(), settings.jitter());
            long stepsAnEpoch = (samples.size() + settings.batch() - 1) / settings.batch();
            this.learningRate = new LearningRate(settings.learningRate(), settings.warmUp(), stepsAnEpoch * epochs);
        }

        TrainedNetwork train() {
            List<Sample> shuffled = new ArrayList<>(samples);
            TrainedNetwork best = null;
            double bestAccuracy = -1;
            for (int epoch = 1; epoch <= epochs; epoch++) {
                Collections.shuffle(shuffled, order);
                for (int from = 0; from < shuffled.size(); from += settings.batch()) {
                    learn(shuffled.subList(from, Math.min(shuffled.size(), from + settings.batch())));
                }
                List<float[]> weights = averagedWeights();
                EpochScores scores = scores(weights);
                history.add(scores);
                double accuracy = scores.heldOutAccuracy();
                if (accuracy > bestAccuracy) {
                    bestAccuracy = accuracy;
                    best = new TrainedNetwork(network.architecture(), network.scaling(), weights, epoch, history);
                }
                finished.accept(epoch, accuracy);
            }
            return new TrainedNetwork(
                    best.architecture(), best.scaling(), best.weights(), best.epoch(), List.copyOf(history));
        }

        private void learn(List<Sample> part) {
            Scoped.run(() -> {
                Batch batch = augmentation.apply(part);
                Tensor logits = network.logits(batch.planes(), batch.components(), Optional.of(dropout));
                Tensor loss = loss(logits, Batch.targets(part));
                loss.backward();
                lossSum += loss.item_double() * part.size();
                right += Answers.right(Answers.rows(logits), part);
                optimiser.step(learningRate.at(step++));
            });
        }

        /** Cross entropy with shares of votes, each class by its weight. */
        private Tensor loss(Tensor logits, Tensor targets) {
            Tensor weighted = targets.mul(Tensor.create(classWeights, 1, Emotion.COUNT));
            return torch.log_softmax(logits, 1).mul(weighted).sum().neg().div(weighted.sum());
        }

        private List<float[]> averagedWeights() {
            return Scoped.compute(
                    () -> optimiser.averages().stream().map(Tensors::toArray).toList());
        }

        /** Of the epoch that has just ended; the next begins to count anew. */
        private EpochScores scores(List<float[]> weights) {
            double trainingLoss = lossSum / samples.size();
            double trainingAccuracy = (double) right / samples.size();
            lossSum = 0;
            right = 0;
            try (EmotionNetwork averaged = new EmotionNetwork(network.architecture(), network.scaling(), weights)) {
                List<float[]> answers = Answers.logits(averaged, keptApart);
                return new EpochScores(
                        trainingLoss,
                        trainingAccuracy,
                        Answers.crossEntropy(answers, keptApart),
                        Answers.accuracy(answers, keptApart));
            }
        }
    }
}
