package org.emotionstream.training.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotionstream.contract.DistributionsToEmotion;
import org.emotionstream.contract.Emotion;

/**
 * What a release is worth on labelled pictures.
 *
 * @param pictures how many were looked at; all have a label
 * @param unanswered how many of them got no answer, by reason
 * @param scores of {@code model-1} to {@code model-4} and of {@code combined}, in this order
 */
record Evaluation(int pictures, Map<String, Integer> unanswered, Map<String, Scores> scores) {
    /** The name of the head's answers among the scores. */
    static final String COMBINED = "combined";

    /**
     * Counts answers.
     *
     * @param labels of the pictures
     * @param answers to them, in the same order
     */
    static Evaluation of(List<Emotion> labels, List<Answer> answers) {
        List<Emotion> found = new ArrayList<>();
        List<Answer.Answered> answered = new ArrayList<>();
        Map<String, Integer> unanswered = new TreeMap<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof Answer.Answered answer) {
                found.add(labels.get(i));
                answered.add(answer);
            } else if (answers.get(i) instanceof Answer.Unanswered missing) {
                unanswered.merge(missing.reason(), 1, Integer::sum);
            }
        }
        return new Evaluation(labels.size(), unanswered, scores(labels.size(), found, answered));
    }

    private static Map<String, Scores> scores(int pictures, List<Emotion> labels, List<Answer.Answered> answers) {
        Map<String, Scores> scores = new LinkedHashMap<>();
        for (int network = 0; network < DistributionsToEmotion.NETWORKS; network++) {
            int index = network;
            List<Emotion> each =
                    answers.stream().map(answer -> answer.networks().get(index)).toList();
            scores.put("model-" + (network + 1), new Scores(ConfusionMatrix.of(labels, each), pictures));
        }
        List<Emotion> combined = answers.stream().map(Answer.Answered::combined).toList();
        scores.put(COMBINED, new Scores(ConfusionMatrix.of(labels, combined), pictures));
        return scores;
    }

    /** How many pictures a face was found and measured in. */
    int faces() {
        return scores.get(COMBINED).confusion().faces();
    }

    /** Share of the pictures that a face was found and measured in, in [0, 1]. */
    double coverage() {
        return pictures == 0 ? 0 : (double) faces() / pictures;
    }
}
