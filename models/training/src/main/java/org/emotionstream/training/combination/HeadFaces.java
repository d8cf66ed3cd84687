package org.emotionstream.training.combination;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Sha256;
import org.emotionstream.contract.SubsetHead;
import org.emotionstream.evaluation.prediction.Prediction;

/** The faces that a head is fitted to, their numbers in flat arrays. */
final class HeadFaces {
    static final int CLASSES = Emotion.COUNT;

    private static final int NETWORKS = DistributionsToEmotion.NETWORKS;

    private final List<Prediction> predictions;
    private final double[] probabilities;
    private final double[] logarithms;
    private final double[] targets;
    private final double[] classWeights;
    private final int[] folds;
    private final int[] groups;

    HeadFaces(List<Prediction> predictions, HeadFitSettings settings) {
        this.predictions = List.copyOf(predictions);
        this.classWeights = classWeights(settings.classWeightPower());
        this.probabilities = new double[predictions.size() * NETWORKS * CLASSES];
        this.targets = new double[predictions.size() * CLASSES];
        this.folds = new int[predictions.size()];
        this.groups = new int[predictions.size()];
        Map<String, Integer> seen = new HashMap<>();
        for (int face = 0; face < predictions.size(); face++) {
            fill(face, settings.voteShare());
            String group = predictions.get(face).group();
            groups[face] = seen.computeIfAbsent(group, name -> seen.size());
            folds[face] = fold(settings, group);
        }
        // Every fit of every subset asks for them.
        logarithms = Arrays.stream(probabilities)
                .map(SubsetHead.Logarithmic::logarithm)
                .toArray();
    }

    private void fill(int face, double voteShare) {
        Prediction prediction = predictions.get(face);
        Emotion[] emotions = Emotion.values();
        for (int i = 0; i < CLASSES; i++) {
            for (int network = 0; network < NETWORKS; network++) {
                probabilities[offset(face, network) + i] =
                        prediction.networks().get(network).probability(emotions[i]);
            }
            double certain = prediction.label() == emotions[i] ? 1 : 0;
            targets[face * CLASSES + i] = classWeights[i]
                    * ((1 - voteShare) * certain
                            + voteShare * prediction.votes().probability(emotions[i]));
        }
    }

    /** (mean count / count) to the power for each class that occurs, scaled to a mean of 1 over the faces. */
    private double[] classWeights(double power) {
        double[] counts = new double[CLASSES];
        predictions.forEach(prediction -> counts[prediction.label().ordinal()]++);
        double[] weights = new double[CLASSES];
        double sum = 0;
        for (int i = 0; i < CLASSES; i++) {
            weights[i] = StrictMath.pow(predictions.size() / (CLASSES * Math.max(1, counts[i])), power);
            sum += weights[i] * counts[i];
        }
        for (int i = 0; i < CLASSES; i++) {
            weights[i] *= predictions.size() / sum;
        }
        return weights;
    }

    /** By a hash of seed and group: it depends on neither order nor number of the faces. */
    private static int fold(HeadFitSettings settings, String group) {
        byte[] digest = Sha256.of("head/" + settings.seed() + "/" + group);
        int bits = (digest[0] & 0xff) << 16 | (digest[1] & 0xff) << 8 | digest[2] & 0xff;
        return bits % settings.folds();
    }

    int count() {
        return predictions.size();
    }

    Prediction get(int face) {
        return predictions.get(face);
    }

    int fold(int face) {
        return folds[face];
    }

    /** The number of the face's group: 0, 1 ... in the order in which groups appear. */
    int group(int face) {
        return groups[face];
    }

    double classWeight(Emotion emotion) {
        return classWeights[emotion.ordinal()];
    }

    /** All faces, or all but those of a fold. */
    int[] allBut(int fold) {
        return IntStream.range(0, count()).filter(face -> folds[face] != fold).toArray();
    }

    /** Of networks one after the other, nine each, from {@link #offset}. */
    double[] probabilities() {
        return probabilities;
    }

    /** Likewise, but logarithms: what {@link SubsetHead.Logarithmic} is applied to. */
    double[] logarithms() {
        return logarithms;
    }

    int offset(int face, int network) {
        return (face * NETWORKS + network) * CLASSES;
    }

    /** Nine a face: mixture of label and votes, each class by its weight. */
    double[] targets() {
        return targets;
    }
}
