package org.emotionstream.training.combination;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.evaluation.prediction.Prediction;

/** Faces with four networks that see the label through noise of their own. */
final class MadeUpPredictions {
    /** Shares of the classes, as uneven as they are in the data. */
    private static final double[] SHARES = {0.36, 0.28, 0.10, 0.10, 0.03, 0.01, 0.085, 0.01, 0.025};

    private final Random random;
    private final double[] signals;
    private final double sureness;

    /**
     * @param signals how well each network sees the label: 0 not at all, 2 well
     * @param sureness what its logits are multiplied by; 1 is about calibrated, 3 far too sure
     */
    MadeUpPredictions(long seed, double sureness, double... signals) {
        this.random = new Random(seed);
        this.signals = signals;
        this.sureness = sureness;
    }

    /** So many faces, about three to four of each ten in a group with another. */
    List<Prediction> draw(int count) {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Emotion label = label();
            List<EmotionDistribution> networks = new ArrayList<>();
            for (double signal : signals) {
                networks.add(answer(label, signal));
            }
            String group = "group-" + (i % 5 == 1 ? i - 1 : i);
            predictions.add(
                    new Prediction("face-" + i, "made-up", group, label, certain(label), 48, List.copyOf(networks)));
        }
        return predictions;
    }

    private Emotion label() {
        double draw = random.nextDouble();
        int label = 0;
        while (label < 8 && draw >= SHARES[label]) {
            draw -= SHARES[label++];
        }
        return Emotion.values()[label];
    }

    // A normal observation of each class, the label's shifted by d: the posterior's logits are d x + ln prior.
    private EmotionDistribution answer(Emotion label, double signal) {
        float[] logits = new float[Emotion.COUNT];
        for (int i = 0; i < logits.length; i++) {
            double observed = random.nextGaussian() + (i == label.ordinal() ? signal : 0);
            logits[i] = (float) (sureness * (signal * observed + Math.log(SHARES[i])));
        }
        return Softmax.of(logits);
    }

    static EmotionDistribution distribution(double[] probabilities) {
        float[] rounded = new float[probabilities.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) probabilities[i];
        }
        return EmotionDistribution.of(rounded);
    }

    static EmotionDistribution certain(Emotion label) {
        double[] probabilities = new double[Emotion.COUNT];
        probabilities[label.ordinal()] = 1;
        return distribution(probabilities);
    }
}
