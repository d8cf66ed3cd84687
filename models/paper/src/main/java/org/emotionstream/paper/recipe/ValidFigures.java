package org.emotionstream.paper.recipe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.measurement.ConfusionMatrix;
import org.emotionstream.evaluation.measurement.EvaluationReport;
import org.emotionstream.evaluation.measurement.Scores;

/**
 * Figures of a measurement.
 *
 * @param pictures how many there are
 * @param found in how many of them a face was found
 * @param scores of model-1 to model-4 and combined
 */
record ValidFigures(int pictures, int found, Map<String, Scores> scores) {
    static ValidFigures of(EvaluationReport report) {
        Map<String, Scores> scores = new LinkedHashMap<>();
        report.figures().models().forEach((name, model) -> scores.put(name, model.scores()));
        return new ValidFigures(
                report.evaluation().pictures(), report.evaluation().faces(), scores);
    }

    /** Of model-1 to model-4 or combined. */
    PaperTable.Figures of(String model) {
        return figures(scores.get(model));
    }

    /**
     * Of always answering this class; that needs no face to be found.
     *
     * @param all labels of all pictures
     */
    PaperTable.Figures always(Emotion emotion, List<Emotion> all) {
        ConfusionMatrix combined = scores.get("combined").confusion();
        int[][] counts = new int[Emotion.COUNT][Emotion.COUNT];
        for (Emotion label : Emotion.values()) {
            counts[label.ordinal()][emotion.ordinal()] = combined.labelled(label);
        }
        PaperTable.Figures found = figures(new Scores(ConfusionMatrix.of(counts), pictures));
        double share = (double) Collections.frequency(all, emotion) / all.size();
        return new PaperTable.Figures(
                found.accuracy(), share, found.macroF1(), found.macroF1Nine(), found.balancedAccuracy());
    }

    private static PaperTable.Figures figures(Scores scores) {
        double f1 = 0;
        for (Emotion emotion : Emotion.values()) {
            f1 += scores.of(emotion).f1();
        }
        return new PaperTable.Figures(
                scores.accuracy(),
                scores.accuracyAll(),
                scores.macroF1(),
                f1 / Emotion.COUNT,
                scores.balancedAccuracy());
    }
}
