package org.emotionstream.paper.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.measurement.ClassScores;
import org.emotionstream.evaluation.measurement.ConfusionMatrix;
import org.emotionstream.evaluation.measurement.Scores;

/**
 * Figures of a measurement in the layout of {@code evaluate --json}, from its confusion matrices.
 *
 * @param measured the object
 */
record ValidFigures(JsonNode measured) {
    int pictures() {
        return measured.path("pictures").asInt();
    }

    int found() {
        return measured.path("found").asInt();
    }

    /** Of model-1 to model-4 or combined. */
    PaperTable.Figures of(String model) {
        return figures(new Scores(confusion(model), pictures()));
    }

    /**
     * Of always answering this class; that needs no face to be found.
     *
     * @param all labels of all pictures
     */
    PaperTable.Figures always(Emotion emotion, List<Emotion> all) {
        List<Emotion> labels = labels(confusion("combined"));
        PaperTable.Figures found = figures(
                new Scores(ConfusionMatrix.of(labels, Collections.nCopies(labels.size(), emotion)), pictures()));
        double share = (double) Collections.frequency(all, emotion) / all.size();
        return new PaperTable.Figures(
                found.accuracy(), share, found.macroF1(), found.macroF1Nine(), found.balancedAccuracy());
    }

    private static PaperTable.Figures figures(Scores scores) {
        double f1 = 0;
        double recall = 0;
        int occurring = 0;
        for (Emotion emotion : Emotion.values()) {
            ClassScores of = scores.of(emotion);
            f1 += of.f1();
            recall += of.recall().orElse(0);
            occurring += of.recall().isPresent() ? 1 : 0;
        }
        return new PaperTable.Figures(
                scores.accuracy(),
                scores.accuracyAll(),
                scores.macroF1(),
                f1 / Emotion.COUNT,
                occurring == 0 ? 0 : recall / occurring);
    }

    private ConfusionMatrix confusion(String model) {
        JsonNode matrix = measured.path(model).path("confusion");
        List<Emotion> labels = new ArrayList<>();
        List<Emotion> answers = new ArrayList<>();
        for (Emotion label : Emotion.values()) {
            for (Emotion answer : Emotion.values()) {
                int count = matrix.path(label.ordinal()).path(answer.ordinal()).asInt();
                labels.addAll(Collections.nCopies(count, label));
                answers.addAll(Collections.nCopies(count, answer));
            }
        }
        return ConfusionMatrix.of(labels, answers);
    }

    private static List<Emotion> labels(ConfusionMatrix confusion) {
        List<Emotion> labels = new ArrayList<>();
        for (Emotion label : Emotion.values()) {
            labels.addAll(Collections.nCopies(confusion.labelled(label), label));
        }
        return labels;
    }
}
