package org.emotionstream.training.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
            float[] values = Scoped.computeWithoutGradients(() -> {
                Batch batch = Batch.of(part);
                return Tensors.toArray(network.logits(batch.planes(), batch.components(), Optional.empty()));
            });
            for (int row = 0; row < part.size(); row++) {
                rows.add(Arrays.copyOfRange(values, row * Emotion.COUNT, (row + 1) * Emotion.COUNT));
            }
        }
        return rows;
    }

    /** Share of the samples whose most voted class has the highest of these rows, in [0, 1]; NaN without samples. */
    public static double accuracy(List<float[]> rows, List<Sample> samples) {
        int right = 0;
        for (int i = 0; i < samples.size(); i++) {
            right += highest(rows.get(i)) == samples.get(i).label().ordinal() ? 1 : 0;
        }
        return (double) right / samples.size();
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
