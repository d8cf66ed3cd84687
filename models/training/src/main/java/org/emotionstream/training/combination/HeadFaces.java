package org.emotionstream.training.combination;

import java.nio.ByteBuffer;
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

    /** For cross-fitting. */
    static final int FOLDS = 5;

    private static final int NETWORKS = DistributionsToEmotion.NETWORKS;

    /** Below this a mean of probabilities counts as this: its logarithm must be finite. */
    private static final double LEAST_MEAN = 1e-9;

    private final List<Prediction> predictions;
    private final double[] probabilities;
    private final double[] logarithms;
    private final int[] labels;
    private final int[] folds;
    private final int[] groups;

    /** @param seed of the folds */
    HeadFaces(List<Prediction> predictions, long seed) {
        this.predictions = List.copyOf(predictions);
        this.probabilities = new double[predictions.size() * NETWORKS * CLASSES];
        this.labels = new int[predictions.size()];
        this.folds = new int[predictions.size()];
        this.groups = new int[predictions.size()];
        Map<String, Integer> seen = new HashMap<>();
        for (int face = 0; face < predictions.size(); face++) {
            fill(face);
            String group = predictions.get(face).group();
            groups[face] = seen.computeIfAbsent(group, name -> seen.size());
            folds[face] = fold(seed, group);
        }
        // Every fit of every subset asks for them.
        logarithms = Arrays.stream(probabilities)
                .map(SubsetHead.Logarithmic::logarithm)
                .toArray();
    }

    private void fill(int face) {
        Prediction prediction = predictions.get(face);
        labels[face] = prediction.label().ordinal();
        for (int network = 0; network < NETWORKS; network++) {
            for (Emotion emotion : Emotion.values()) {
                probabilities[offset(face, network) + emotion.ordinal()] =
                        prediction.networks().get(network).probability(emotion);
            }
        }
    }

    /** By a hash of seed and group: it depends on neither order nor number of the faces. */
    private static int fold(long seed, String group) {
        int bits = ByteBuffer.wrap(Sha256.of("head/" + seed + "/" + group)).getInt() >>> 8;
        return bits % FOLDS;
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

    /** The ordinal of the face's right class. */
    int label(int face) {
        return labels[face];
    }

    /** Those of these faces. */
    int[] labels(int[] faces) {
        return IntStream.of(faces).map(this::label).toArray();
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

    /**
     * Sets the nine logits of the networks' weighted mean for one face: its logarithms.
     *
     * @param networks indices of the networks
     * @param weights one for each of these
     */
    void logitsOfMean(int face, int[] networks, double[] weights, double[] logits) {
        for (int i = 0; i < logits.length; i++) {
            double mean = 0;
            for (int m = 0; m < networks.length; m++) {
                mean += weights[m] * probabilities[offset(face, networks[m]) + i];
            }
            logits[i] = StrictMath.log(Math.max(LEAST_MEAN, mean));
        }
    }
}
