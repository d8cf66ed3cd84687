package org.emotionstream.training.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.emotionstream.contract.Emotion;
import org.emotionstream.training.network.EmotionNetwork;
import org.emotionstream.training.network.Scoped;
import org.emotionstream.training.network.Tensors;

/** What a network answers for samples. */
public final class Answers {
    private static final int BATCH = 256;

    private Answers() {}

    /** What the softmax takes, {@code float[9]} for each sample. */
    public static List<float[]> logits(EmotionNetwork network, List<Sample> samples) {
        List<float[]> rows = new ArrayList<>(samples.size());
        for (int from = 0; from < samples.size(); from += BATCH) {
            List<Sample> part = samples.subList(from, Math.min(samples.size(), from + BATCH));
            rows.addAll(Scoped.computeWithoutGradients(() -> {
                Batch batch = Batch.of(part);
                return rows(network.logits(batch.planes(), batch.components(), Optional.empty()));
            }));
        }
        return rows;
    }

    /** The rows of a tensor {@code float[N][9]}. */
    public static List<float[]> rows(Tensor logits) {
        float[] values = Tensors.toArray(logits);
        List<float[]> rows = new ArrayList<>();
        for (int from = 0; from < values.length; from += Emotion.COUNT) {
            rows.add(Arrays.copyOfRange(values, from, from + Emotion.COUNT));
        }
        return rows;
    }

    /** Share of the samples whose most voted class has the highest of these rows, in [0, 1]; NaN without samples. */
    public static double accuracy(List<float[]> rows, List<Sample> samples) {
        return (double) right(rows, samples) / samples.size();
    }

    /** How many of the samples' most voted classes have the highest of these rows. */
    static int right(List<float[]> rows, List<Sample> samples) {
        int right = 0;
        for (int i = 0; i < samples.size(); i++) {
            right += highest(rows.get(i)) == samples.get(i).label().ordinal() ? 1 : 0;
        }
        return right;
    }

    /** Mean cross entropy between the samples' votes and the softmax of these rows. */
    static double crossEntropy(List<float[]> rows, List<Sample> samples) {
        double sum = 0;
        for (int i = 0; i < samples.size(); i++) {
            float[] row = rows.get(i);
            double exponentials = 0;
            for (float logit : row) {
                exponentials += StrictMath.exp(logit - row[highest(row)]);
            }
            for (Emotion emotion : Emotion.values()) {
                double logProbability = row[emotion.ordinal()] - row[highest(row)] - StrictMath.log(exponentials);
                sum -= samples.get(i).target().probability(emotion) * logProbability;
            }
        }
        return sum / samples.size();
    }

    /** Index of the highest number; of equals, the first. */
    public static int highest(float[] row) {
        int best = 0;
        for (int i = 1; i < row.length; i++) {
            best = row[i] > row[best] ? i : best;
        }
        return best;
    }
}
