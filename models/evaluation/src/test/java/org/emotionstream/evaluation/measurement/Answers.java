package org.emotionstream.evaluation.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionstream.contract.CombinedEmotion;
import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;

/** Answers and pictures for tests that need no picture. */
public final class Answers {
    private Answers() {}

    /** Networks and a head that answer these classes, each with this probability. */
    public static ServedAnswer.Answered answered(List<Emotion> networks, Emotion combined, double confidence) {
        EmotionDistribution distribution = distribution(combined, confidence);
        CombinedEmotion.Verdict verdict =
                confidence < 0.5 ? CombinedEmotion.Verdict.UNCERTAIN : CombinedEmotion.Verdict.EMOTION;
        return new ServedAnswer.Answered(
                networks.stream()
                        .map(emotion -> distribution(emotion, confidence))
                        .toList(),
                new CombinedEmotion(distribution, verdict),
                List.of(),
                48,
                1);
    }

    /** As {@link #answered(List, Emotion, double)}, quite sure. */
    public static ServedAnswer.Answered answered(List<Emotion> networks, Emotion combined) {
        return answered(networks, combined, 0.9);
    }

    /** This probability for this class, the rest shared evenly by the others. */
    public static EmotionDistribution distribution(Emotion emotion, double probability) {
        float[] probabilities = new float[Emotion.COUNT];
        java.util.Arrays.fill(probabilities, (float) ((1 - probability) / (Emotion.COUNT - 1)));
        probabilities[emotion.ordinal()] = (float) probability;
        return EmotionDistribution.of(probabilities);
    }

    /** Pictures of groups of their own. */
    public static Evaluation evaluation(List<Emotion> labels, List<ServedAnswer> answers) {
        List<EvaluatedPicture> pictures = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            pictures.add(
                    new EvaluatedPicture("p" + i, "test", "g" + i, labels.get(i), Optional.empty(), answers.get(i)));
        }
        return new Evaluation(pictures);
    }

    /** An evaluation of release r1 on the split valid. */
    public static EvaluationReport report(Evaluation evaluation) {
        return report("r1", evaluation);
    }

    public static EvaluationReport report(String release, Evaluation evaluation) {
        return new EvaluationReport(
                release,
                "valid",
                java.util.Map.of("group also in train", 7, "no label: tie", 2),
                Figures.of(evaluation, BestSingle.onThese(evaluation)));
    }
}
